package grader.inspect;

/**
 * One place where a submission uses something that it did not declare itself.
 *
 * @param where {@code src/semaphore/Semaphore.java:12}, or the file if no line is to blame
 * @param type binary name of the JDK type, as the code names it
 * @param declaring binary name of the type that declares the member; the same as the type if it is
 *     the type itself that is used
 * @param member name of a method or field, {@code <init>}, or empty for the type itself
 * @param byCompiler whether the compiler wrote it for a lambda, a record and the like
 */
record Use(String where, String type, String declaring, String member, boolean byCompiler) {

  static Use ofType(String where, String type) {
    return new Use(where, type, type, "", false);
  }

  boolean isOfType() {
    return member.isEmpty();
  }

  /** As in {@code java.lang.System.exit}. */
  String shown() {
    String name = type.replace('$', '.');
    return isOfType() ? name : member.equals("<init>") ? "new " + name : name + "." + member;
  }
}
