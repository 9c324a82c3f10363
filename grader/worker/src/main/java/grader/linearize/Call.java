package grader.linearize;

import grader.testkit.Trial;
import java.util.Optional;
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
    trial.begins(operation.name());
    Result seen;
    try {
      seen = operation.body().perform(object);
    } catch (Error fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      seen = new Result.Threw(thrown.getClass());
    }
    result = seen;
    end = trial.moment();
    seen.tell(trial);
  }

  String thread() {
    return thread;
  }

  boolean wasInterrupted() {
    Result known = end() == Entry.PENDING ? null : result;
    return known != null && known.isInterrupt();
  }

  /** When it ended, or {@link Entry#PENDING}. */
  int end() {
    int ended = end;
    return ended == NOT_YET ? Entry.PENDING : ended;
  }

  /**
   * The call as it was at some moment.
   *
   * @param endThen what {@link #end} said then
   * @return empty if it has not begun
   */
  Optional<Entry<S>> entry(int endThen) {
    return begin == NOT_YET
        ? Optional.empty()
        : Optional.of(
            new Entry<>(
                operation, thread, begin, endThen, endThen == Entry.PENDING ? null : result));
  }
}
