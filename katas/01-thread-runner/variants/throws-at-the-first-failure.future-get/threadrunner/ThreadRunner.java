package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Gets the futures in order and lets the first {@code ExecutionException} through, which is already
 * of the right type. This author believed that with it everything has come to its end.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<FutureTask<T>> futures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      FutureTask<T> future = new FutureTask<>(task::call);
      futures.add(future);
      threads.add(
          Thread.ofPlatform().name(prefix + "-" + threads.size()).daemon(false).unstarted(future));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    threads.forEach(Thread::start);
    try {
      List<T> results = resultsOf(futures);
      for (Thread thread : threads) {
        thread.join();
      }
      return results;
    } catch (InterruptedException cancelled) {
      threads.forEach(Thread::interrupt);
      threads.forEach(ThreadRunner::joinPatiently);
      throw cancelled;
    }
  }

  private static <T> List<T> resultsOf(List<FutureTask<T>> futures)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    for (FutureTask<T> future : futures) {
      results.add(future.get()); // BUG: thread-leak
    }
    return results;
  }

  private static void joinPatiently(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        thread.interrupt();
      }
    }
  }
}
