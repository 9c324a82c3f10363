package threadrunner;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Runs tasks side by side, each in a thread of its own, and waits for all of them.
 *
 * <p>A runner remembers nothing between calls. Several threads may use it at the same time; their
 * calls do not wait for each other.
 */
public final class ThreadRunner {

  /**
   * Names its threads {@code namePrefix + "-" + index}, where the index is the task's place in the
   * list, from 0.
   *
   * @throws NullPointerException if {@code namePrefix} is null
   */
  public ThreadRunner(String namePrefix) {
    // TODO: What does a later call need to know?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Runs every task exactly once, each in its own new platform thread that is no daemon, and
   * returns when all of these threads have ended. All are started before any is awaited. The
   * calling thread runs no task.
   *
   * <p>What the tasks wrote is visible to the caller afterwards.
   *
   * @param tasks copied on entry; may be changed by anybody later
   * @return the results, at index i the result of task i; null if that task returned null
   * @throws NullPointerException if the list or one of its elements is null; no thread has been
   *     started then
   * @throws ExecutionException if a task threw anything, after all tasks have ended. Its cause is
   *     what the failed task with the lowest index threw; what the others threw is suppressed in
   *     the ExecutionException itself, in the order of their indices
   * @throws InterruptedException if the caller is interrupted, on entry or while it waits: then
   *     every task that still runs is interrupted, all threads are awaited, and only then is this
   *     thrown, whatever came of the tasks
   */
  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    // TODO: Who keeps the result of a task until the caller can read it? And a failure?
    // TODO: Two phases: what happens in the first, for all tasks, before the second begins?
    // TODO: When the caller is interrupted, who else has to know, and who has to be waited for?
    throw new UnsupportedOperationException("TODO");
  }
}
