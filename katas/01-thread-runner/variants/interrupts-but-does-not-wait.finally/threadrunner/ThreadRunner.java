package threadrunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Interrupts in {@code finally} whoever is left. This author believed that {@code interrupt} stops
 * a thread, so that nobody is left afterwards.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> copy = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<T> results = new ArrayList<>();
    Throwable[] failures = new Throwable[copy.size()];
    Thread[] threads = new Thread[copy.size()];
    for (int i = 0; i < threads.length; i++) {
      int index = i;
      results.add(null);
      Runnable body =
          () -> {
            try {
              results.set(index, copy.get(index).call());
            } catch (Throwable failure) {
              failures[index] = failure;
            }
          };
      threads[i] = Thread.ofPlatform().name(prefix + "-" + i).daemon(false).unstarted(body);
    }
    startAndJoin(threads);
    throwAll(Arrays.stream(failures).filter(Objects::nonNull).toList());
    return results;
  }

  private static void startAndJoin(Thread[] threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.start();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      for (Thread thread : threads) {
        thread.interrupt(); // BUG: thread-leak
      }
    }
  }

  private static void throwAll(List<Throwable> failures) throws ExecutionException {
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.getFirst());
      failures.stream().skip(1).forEach(exception::addSuppressed);
      throw exception;
    }
  }
}
