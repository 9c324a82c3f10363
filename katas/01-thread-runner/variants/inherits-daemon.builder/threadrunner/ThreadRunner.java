package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Builds its threads with a builder and tells it the names only. This author believed that a
 * platform thread keeps the program running unless it is told not to.
 */
public final class ThreadRunner {

  private final String label;

  public ThreadRunner(String label) {
    this.label = Objects.requireNonNull(label, "label");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<FutureTask<T>> works = new ArrayList<>();
    for (Callable<? extends T> task : new ArrayList<>(tasks)) {
      Objects.requireNonNull(task, "task");
      works.add(new FutureTask<>(task::call));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted beforehand");
    }
    List<Thread> threads = new ArrayList<>();
    Thread.Builder named = Thread.ofPlatform().name(label + "-", 0); // BUG: wrong-thread
    works.forEach(work -> threads.add(named.unstarted(work)));
    threads.forEach(Thread::start);
    if (awaitEndOf(threads)) {
      throw new InterruptedException("interrupted meanwhile");
    }
    throwIfAnyFailed(works);
    List<T> values = new ArrayList<>();
    works.forEach(work -> values.add(work.resultNow()));
    return values;
  }

  /** Returns true if somebody asked this thread to stop, which it has passed on to all others. */
  private static boolean awaitEndOf(List<Thread> threads) {
    boolean asked = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException stop) {
          asked = true;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    return asked;
  }

  private static void throwIfAnyFailed(List<? extends FutureTask<?>> works)
      throws ExecutionException {
    ExecutionException all = null;
    for (FutureTask<?> work : works) {
      if (work.state() != FutureTask.State.FAILED) {
        continue;
      }
      if (all == null) {
        all = new ExecutionException(work.exceptionNow());
      } else {
        all.addSuppressed(work.exceptionNow());
      }
    }
    if (all != null) {
      throw all;
    }
  }
}
