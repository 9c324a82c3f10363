package grader.explore;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the specification says about the programs of {@link WeakPrograms}: JLS 17.4 for plain and
 * volatile variables, the class documentation of {@link java.lang.invoke.VarHandle} for the other
 * modes.
 */
public final class WeakMemory {

  private WeakMemory() {}

  /** How the variables are accessed. */
  public enum Mode {
    PLAIN,
    VOLATILE,
    OPAQUE,
    ACQUIRE_RELEASE,
    /** Opaque, with a fence before and after each access. */
    FENCES
  }

  /** A program: what its threads may have seen in some order of their steps, and what not. */
  @SuppressWarnings("ImmutableEnumChecker") // Its sets are never changed.
  public enum Shape {
    /** Both write, then read what the other one writes: may both miss it? */
    STORE_BUFFERING(2, Set.of("01", "10", "11"), Set.of("00")),
    /** One writes data and a flag, the other one reads the flag, then the data. */
    MESSAGE_PASSING(2, Set.of("00", "01", "11"), Set.of("10")),
    /** The same, but the data is plain and is read only if the flag has been seen. */
    PLAIN_MESSAGE(2, Set.of("00", "11"), Set.of("10")),
    /** Two write, two others read both: may these disagree about who was first? */
    INDEPENDENT_READS(4, allBut("1010"), Set.of("1010")),
    /** Both read, then write what the other one reads: may both see what comes later? */
    LOAD_BUFFERING(2, Set.of("00", "01", "10"), Set.of("11")),
    /** One writes, the other one reads twice: may the second value be the older one? */
    COHERENCE(2, Set.of("00", "01", "11"), Set.of("10")),
    /** Both want an object that is made once: may its field still be empty? */
    DOUBLE_CHECKED(2, Set.of("11"), Set.of("00", "01", "10")),
    /** The same with an object whose field is final. */
    DOUBLE_CHECKED_FINAL(2, Set.of("11"), Set.of("00", "01", "10"));

    private final int reads;
    private final Set<String> strong;
    private final Set<String> weak;

    Shape(int reads, Set<String> strong, Set<String> weak) {
      this.reads = reads;
      this.strong = strong;
      this.weak = weak;
    }

    /** How many digits an outcome has: one for each read. */
    public int reads() {
      return reads;
    }

    /** The outcomes that some order of steps explains. */
    public Set<String> strong() {
      return strong;
    }

    /** The outcomes that no order of steps explains. */
    public Set<String> weak() {
      return weak;
    }

    private static Set<String> allBut(String weak) {
      Set<String> all = new TreeSet<>();
      for (int i = 0; i < 16; i++) {
        all.add(Integer.toBinaryString(16 + i).substring(1));
      }
      all.remove(weak);
      return all;
    }
  }

  /** Whether the specification lets the outcome happen that no order of steps explains. */
  public enum Weak {
    ALLOWED,
    FORBIDDEN
  }

  /**
   * A line of the table.
   *
   * @param race whether two plain accesses conflict that nothing orders
   */
  public record Row(Shape shape, Mode mode, Weak weak, boolean race) {
    @Override
    public String toString() {
      return shape + " " + mode;
    }
  }

  private static Row row(Shape shape, Mode mode, Weak weak, boolean race) {
    return new Row(shape, mode, weak, race);
  }

  /** The table. */
  public static final List<Row> ROWS =
      List.of(
          row(Shape.STORE_BUFFERING, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.STORE_BUFFERING, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.STORE_BUFFERING, Mode.OPAQUE, Weak.ALLOWED, false),
          // A release and a later acquire of another variable may change places.
          row(Shape.STORE_BUFFERING, Mode.ACQUIRE_RELEASE, Weak.ALLOWED, false),
          row(Shape.STORE_BUFFERING, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.MESSAGE_PASSING, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.MESSAGE_PASSING, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.MESSAGE_PASSING, Mode.OPAQUE, Weak.ALLOWED, false),
          row(Shape.MESSAGE_PASSING, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.MESSAGE_PASSING, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.PLAIN_MESSAGE, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.PLAIN_MESSAGE, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.PLAIN_MESSAGE, Mode.OPAQUE, Weak.ALLOWED, true),
          row(Shape.PLAIN_MESSAGE, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.PLAIN_MESSAGE, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.INDEPENDENT_READS, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.INDEPENDENT_READS, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.INDEPENDENT_READS, Mode.OPAQUE, Weak.ALLOWED, false),
          row(Shape.INDEPENDENT_READS, Mode.ACQUIRE_RELEASE, Weak.ALLOWED, false),
          // What is said of fences is about the accesses of one thread: nothing forbids it.
          row(Shape.INDEPENDENT_READS, Mode.FENCES, Weak.ALLOWED, false),
          // JLS 17.4, example 17.4-1.
          row(Shape.LOAD_BUFFERING, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.LOAD_BUFFERING, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.LOAD_BUFFERING, Mode.OPAQUE, Weak.ALLOWED, false),
          row(Shape.LOAD_BUFFERING, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.LOAD_BUFFERING, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.COHERENCE, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.COHERENCE, Mode.VOLATILE, Weak.FORBIDDEN, false),
          // "Coherently ordered with respect to accesses to the same variable."
          row(Shape.COHERENCE, Mode.OPAQUE, Weak.FORBIDDEN, false),
          row(Shape.COHERENCE, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.COHERENCE, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.DOUBLE_CHECKED, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.DOUBLE_CHECKED, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.DOUBLE_CHECKED, Mode.OPAQUE, Weak.ALLOWED, true),
          row(Shape.DOUBLE_CHECKED, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.DOUBLE_CHECKED, Mode.FENCES, Weak.FORBIDDEN, false),
          // JLS 17.5: the race on the reference is there, and does no harm to what is final.
          row(Shape.DOUBLE_CHECKED_FINAL, Mode.PLAIN, Weak.FORBIDDEN, true));
}
