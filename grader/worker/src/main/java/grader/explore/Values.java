package grader.explore;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of fields and elements as they are shown. */
final class Values {

  private record Unit(String name, long nanos) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit("h", 3_600_000_000_000L),
          new Unit("min", 60_000_000_000L),
          new Unit("s", 1_000_000_000L),
          new Unit("ms", 1_000_000L),
          new Unit("microseconds", 1_000L));

  private Values() {}

  /** The value of the field of this name; empty if that cannot be read. */
  static Optional<String> value(@Nullable Object target, String name) {
    if (target == null) {
      return Optional.empty();
    }
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return Optional.of(shown(field.get(target)));
      } catch (NoSuchFieldException elsewhere) {
        // A superclass declares it.
      } catch (IllegalAccessException | RuntimeException closed) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The value of the element with this index. */
  static String element(@Nullable Object array, int index) {
    if (array == null || index < 0 || index >= Array.getLength(array)) {
      return "?";
    }
    return shown(Array.get(array, index));
  }

  /** Never the learner's own toString: it may have points, or not end. */
  static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Number number when number.getClass().getName().startsWith("java.lang.") ->
          number.toString();
      case Boolean bool -> bool.toString();
      case Character character -> "'" + character + "'";
      case String text -> '"' + (text.length() <= 20 ? text : text.substring(0, 20) + "...") + '"';
      case Enum<?> constant -> constant.name();
      case Thread thread -> thread.getName();
      // The name of a hidden class has an address in it.
      case Object hidden when hidden.getClass().isHidden() -> "a lambda";
      default -> withArticle(value.getClass().getSimpleName());
    };
  }

  /** A time in the largest unit of which it has at least one. */
  static String time(long nanos) {
    int unit = 0;
    while (unit < UNITS.size() - 1 && nanos < UNITS.get(unit).nanos()) {
      unit++;
    }
    return BigDecimal.valueOf(nanos)
            .divide(BigDecimal.valueOf(UNITS.get(unit).nanos()), 3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " "
        + UNITS.get(unit).name();
  }

  private static String withArticle(String name) {
    boolean vowel = !name.isEmpty() && "AEIOaeio".indexOf(name.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + name;
  }
}
