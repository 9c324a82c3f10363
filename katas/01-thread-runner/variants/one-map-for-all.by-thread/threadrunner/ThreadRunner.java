package threadrunner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Lets each thread file its result under itself. This author believed that a map has a place of its
 * own for every key, and that nobody else ever comes near it.
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
    Map<Thread, T> results = new HashMap<>();
    Throwable[] failures = new Throwable[copy.size()];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      int index = i;
      Callable<? extends T> task = copy.get(i);
      Runnable body =
          () -> {
            try {
              T result = task.call();
              results.put(Thread.currentThread(), result); // BUG: lost-update
            } catch (Throwable failure) {
              failures[index] = failure;
            }
          };
      threads.add(Thread.ofPlatform().daemon(false).name(prefix + "-" + i).unstarted(body));
    }
    threads.forEach(Thread::start);
    join(threads);
    throwFailures(failures);
    List<T> inOrder = new ArrayList<>();
    threads.forEach(thread -> inOrder.add(results.get(thread)));
    return inOrder;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    boolean interrupted = false;
    for (Thread thread : threads) {
      boolean ended = false;
      while (!ended) {
        try {
          thread.join();
          ended = true;
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

  private static void throwFailures(Throwable[] failures) throws ExecutionException {
    ExecutionException exception = null;
    for (Throwable failure : failures) {
      if (failure != null && exception == null) {
        exception = new ExecutionException(failure);
      } else if (failure != null) {
        exception.addSuppressed(failure);
      }
    }
    if (exception != null) {
      throw exception;
    }
  }
}
