package grader.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does several things at the same time.
 *
 * @param most so many, not more
 */
public record AtOnce(int most) {

  /**
   * The results of all tasks, in their order.
   *
   * @param progress hears of each as soon as it is there, of one at a time
   */
  public <T> List<T> results(List<Callable<T>> tasks, Consumer<T> progress)
      throws InterruptedException {
    try (ExecutorService executor = Executors.newFixedThreadPool(most)) {
      List<Future<T>> futures = new ArrayList<>();
      tasks.forEach(task -> futures.add(executor.submit(() -> announced(task, progress))));
      return results(futures, executor);
    }
  }

  private static <T> T announced(Callable<T> task, Consumer<T> progress) throws Exception {
    T result = task.call();
    synchronized (progress) {
      progress.accept(result);
    }
    return result;
  }

  private static <T> List<T> results(List<Future<T>> futures, ExecutorService executor)
      throws InterruptedException {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    } catch (ExecutionException failed) {
      executor.shutdownNow();
      throw failed.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(failed.getCause());
    }
    return results;
  }
}
