package grader.explore;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Calls objects by their class, and by a number if there are several: {@code Node 2}. */
final class Names {

  private final IdentityHashMap<Object, String> known = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  String of(Object object) {
    String name = known.get(object);
    if (name == null) {
      String type = type(object);
      int number = counts.merge(type, 1, Integer::sum);
      name = number == 1 ? type : type + " " + number;
      known.put(object, name);
    }
    return name;
  }

  /** {@code ReentrantLock} for its inner class that does the work. */
  private static String type(Object object) {
    if (object instanceof Class<?> type) {
      return type.getSimpleName() + ".class";
    }
    Class<?> type = object.getClass();
    if (type.isHidden()) {
      return "lambda";
    }
    if (type.isArray()) {
      return type.getSimpleName();
    }
    return type.getName().startsWith("java.")
        ? type.getName().replaceFirst(".*[.]", "").replaceFirst("[$].*", "")
        : type.getSimpleName();
  }
}
