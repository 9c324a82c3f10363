package grader.linearize;

import org.jspecify.annotations.Nullable;

/**
 * A call in a history.
 *
 * @param <S> the states of the model
 * @param end {@link #PENDING} while it goes on
 * @param result null while it goes on
 */
record Entry<S>(
    Operation<?, S> operation, String thread, int begin, int end, @Nullable Result result) {

  static final int PENDING = Integer.MAX_VALUE;

  boolean isPending() {
    return end == PENDING;
  }

  /** Whether it changed nothing, because an interrupt ended it. */
  boolean isInterrupted() {
    return result != null && result.isInterrupt();
  }

  @Override
  public String toString() {
    return operation.name() + (result == null ? "" : " " + result);
  }
}
