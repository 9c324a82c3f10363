package grader.explore;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of fields and elements as they are shown. */
final class Values {

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
      default -> "a " + value.getClass().getSimpleName();
    };
  }
}
