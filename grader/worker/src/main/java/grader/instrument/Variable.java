package grader.instrument;

/**
 * A field of a submission or test; in an object, or in a class, it is a variable.
 *
 * @param number a small number of its own; 0 for what is not a field
 * @param name as in the source
 * @param isVolatile whether accesses to it order what lies around them (JLS 17.4.5)
 * @param publishes whether it refers to an object that may be found there before it is complete
 * @param isThread whether it refers to a thread
 */
public record Variable(
    int number, String name, boolean isVolatile, boolean publishes, boolean isThread) {

  /** The elements of arrays, and whatever else is not a field. */
  public static final Variable NONE = new Variable(0, "", false, false, false);
}
