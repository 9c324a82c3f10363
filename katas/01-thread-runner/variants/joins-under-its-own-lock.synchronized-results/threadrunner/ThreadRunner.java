package threadrunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Synchronizes on the results wherever they are used, and stays inside while it waits for them.
 * This author believed that {@code join} lets go of the monitor as {@code wait} does.
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
    Object[] results = new Object[copy.size()];
    Throwable[] failures = new Throwable[copy.size()];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      threads.add(threadFor(copy.get(i), i, results, failures));
    }
    threads.forEach(Thread::start);
    synchronized (results) {
      joinAll(threads); // BUG: wait-holding-lock
      throwAny(failures);
      return listOf(results);
    }
  }

  private Thread threadFor(Callable<?> task, int index, Object[] results, Throwable[] failures) {
    Runnable body =
        () -> {
          try {
            Object result = task.call();
            synchronized (results) {
              results[index] = result;
            }
          } catch (Throwable failure) {
            synchronized (results) {
              failures[index] = failure;
            }
          }
        };
    return Thread.ofPlatform().daemon(false).name(prefix + "-" + index).unstarted(body);
  }

  private static void joinAll(List<Thread> threads) throws InterruptedException {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException request) {
          interrupted = true;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private static void throwAny(Throwable[] failures) throws ExecutionException {
    List<Throwable> thrown = Arrays.stream(failures).filter(Objects::nonNull).toList();
    if (!thrown.isEmpty()) {
      ExecutionException exception = new ExecutionException(thrown.getFirst());
      thrown.stream().skip(1).forEach(exception::addSuppressed);
      throw exception;
    }
  }

  @SuppressWarnings("unchecked") // They come from tasks that return a T.
  private static <T> List<T> listOf(Object[] results) {
    List<T> list = new ArrayList<>();
    for (Object result : results) {
      list.add((T) result);
    }
    return list;
  }
}
