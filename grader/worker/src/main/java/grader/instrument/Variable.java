package grader.instrument;

/**
 * A field of a submission or test; in an object, or in a class, it is a variable.
 *
 * @param number a small number of its own; 0 for what is not a field
 * @param name as in the source
 * @param descriptor of its type
 * @param isVolatile whether accesses to it order what lies around them (JLS 17.4.5)
 */
public record Variable(int number, String name, String descriptor, boolean isVolatile) {

  /** The elements of arrays, and whatever else is not a field. */
  static final Variable NONE = new Variable(0, "", "", false);

  /** Whether it refers to an object. */
  public boolean isReference() {
    return descriptor.startsWith("L") || descriptor.startsWith("[");
  }
}
