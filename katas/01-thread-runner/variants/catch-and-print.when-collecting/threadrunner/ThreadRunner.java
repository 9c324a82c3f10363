package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Prints every failure when it collects the results, and puts a null in its place. This author
 * believed that a failure has been dealt with as soon as it stands in the log.
 */
public final class ThreadRunner {

  private final String threadName;

  public ThreadRunner(String threadName) {
    this.threadName = Objects.requireNonNull(threadName);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> mine = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted on entry");
    }
    List<FutureTask<T>> futures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      FutureTask<T> future = new FutureTask<>(mine.get(i)::call);
      Thread thread = new Thread(future, threadName + "-" + i);
      thread.setDaemon(false);
      futures.add(future);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    awaitEnd(threads);
    return collect(futures);
  }

  private static void awaitEnd(List<Thread> threads) throws InterruptedException {
    boolean stopped = false;
    int ended = 0;
    while (ended < threads.size()) {
      try {
        threads.get(ended).join();
        ended++;
      } catch (InterruptedException stop) {
        stopped = true;
        threads.forEach(Thread::interrupt);
      }
    }
    if (stopped) {
      throw new InterruptedException("interrupted while waiting");
    }
  }

  private static <T> List<T> collect(List<FutureTask<T>> futures) throws InterruptedException {
    List<T> results = new ArrayList<>();
    for (FutureTask<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException failed) {
        failed.getCause().printStackTrace(); // BUG: lost-exception
        results.add(null);
      }
    }
    return results;
  }
}
