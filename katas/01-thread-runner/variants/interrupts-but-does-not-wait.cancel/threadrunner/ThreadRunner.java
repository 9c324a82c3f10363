package threadrunner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Cancels all futures when it is interrupted, and is gone. This author believed that a cancelled
 * task does not run any more.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    Map<FutureTask<T>, Thread> running = new LinkedHashMap<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      FutureTask<T> future = new FutureTask<>(task::call);
      Thread thread = new Thread(future);
      thread.setName(prefix + "-" + running.size());
      thread.setDaemon(false);
      running.put(future, thread);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    running.values().forEach(Thread::start);
    try {
      for (Thread thread : running.values()) {
        thread.join();
      }
    } catch (InterruptedException giveUp) {
      running.keySet().forEach(future -> future.cancel(true)); // BUG: thread-leak
      throw giveUp;
    }
    return resultsOf(new ArrayList<>(running.keySet()));
  }

  private static <T> List<T> resultsOf(List<FutureTask<T>> futures)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    ExecutionException failure = null;
    for (FutureTask<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException failed) {
        if (failure == null) {
          failure = failed;
        } else {
          failure.addSuppressed(failed.getCause());
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return results;
  }
}
