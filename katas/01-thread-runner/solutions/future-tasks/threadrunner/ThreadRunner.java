package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A {@link FutureTask} for each task: it keeps the result or the failure until it is asked for. */
public final class ThreadRunner {

  private final String namePrefix;

  public ThreadRunner(String namePrefix) {
    this.namePrefix = Objects.requireNonNull(namePrefix, "namePrefix");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<FutureTask<T>> futures = new ArrayList<>();
    for (Callable<? extends T> task : tasks) {
      futures.add(new FutureTask<>(task::call));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the first task began");
    }
    List<Thread> threads = start(futures);
    try {
      joinAll(threads);
    } catch (InterruptedException cancelled) {
      threads.forEach(Thread::interrupt);
      joinAllUninterruptibly(threads);
      throw cancelled;
    }
    return collect(futures);
  }

  private List<Thread> start(List<? extends Runnable> futures) {
    List<Thread> threads = new ArrayList<>();
    for (Runnable future : futures) {
      String name = namePrefix + "-" + threads.size();
      threads.add(Thread.ofPlatform().daemon(false).name(name).start(future));
    }
    return threads;
  }

  private static void joinAll(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** For a caller that throws {@link InterruptedException} itself: no status to restore. */
  private static void joinAllUninterruptibly(List<Thread> threads) {
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException again) {
          // The tasks know already; all that is left is to wait for them.
        }
      }
    }
  }

  private static <T> List<T> collect(List<FutureTask<T>> futures)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    ExecutionException first = null;
    for (FutureTask<T> future : futures) {
      try {
        results.add(future.resultNow());
      } catch (IllegalStateException failed) {
        Throwable failure = future.exceptionNow();
        if (first == null) {
          first = new ExecutionException(failure);
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
    return results;
  }
}
