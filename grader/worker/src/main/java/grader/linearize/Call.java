package grader.linearize;

import grader.testkit.Trial;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation by a thread of a trial. Performed by that thread, looked at by the
 * directing one at any time.
 */
final class Call<T, S> {

  private static final int NOT_YET = -1;

  private final Operation<T, S> operation;
  private final String thread;
  private @Nullable Result result;

  // Volatile: whoever sees that the call has ended sees its result.
  private volatile int begin = NOT_YET;
  private volatile int end = NOT_YET;

  Call(Operation<T, S> operation, String thread) {
    this.operation = operation;
    this.thread = thread;
  }

  @SuppressWarnings("CatchThrowable") // Whatever it throws is its result.
  void perform(T object, Trial trial) {
    trial.point();
    begin = trial.moment();
    try {
      result = operation.body().perform(object);
    } catch (Error fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      result = new Result.Threw(thrown.getClass());
    }
    end = trial.moment();
  }

  String thread() {
    return thread;
  }

  boolean hasBegun() {
    return begin != NOT_YET;
  }

  boolean wasInterrupted() {
    Result known = end == NOT_YET ? null : result;
    return known != null && known.isInterrupt();
  }

  /** The call as it is now. */
  Entry<S> entry() {
    int ended = end;
    return new Entry<>(
        operation,
        thread,
        begin,
        ended == NOT_YET ? Entry.PENDING : ended,
        ended == NOT_YET ? null : result);
  }
}
