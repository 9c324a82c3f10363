package grader.explore;

/**
 * Chooses what happens next, wherever there is a choice. For one thread; one object serves many
 * trials, one after the other.
 */
interface Policy {

  /** The test went another way than before although it was given the same choices. */
  final class NotRepeatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRepeatable() {
      super("the test does not repeat itself under the same schedule", null, false, false);
    }
  }

  String name();

  /**
   * A trial begins.
   *
   * @param length how many steps the longest trial of its test so far took
   */
  void begin(long seed, int length);

  /**
   * The running task is about to take a step: it, or one of the others, goes on.
   *
   * @param ready those that could go on, this task among them, {@code count} of them
   */
  Task atPoint(Task running, Task[] ready, int count);

  /**
   * The running task has blocked, ended or given way: one of the others goes on.
   *
   * @param usual the one that would be next if nobody had a reason to choose otherwise
   */
  Task next(Task[] ready, int count, Task usual);

  /** This task cannot get on until others have: whoever else is ready goes first. */
  default void gaveWay(Task task) {}

  /** The test looks again when the others have come to rest; it might have looked before. */
  default void looksLater() {}

  /** One of these is notified. */
  Task wake(Task[] waiting, int count);

  boolean gives(Whim whim);
}
