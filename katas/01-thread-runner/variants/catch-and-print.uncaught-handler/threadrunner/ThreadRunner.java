package threadrunner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Gives each thread a handler that prints what nobody has caught. This author believed that a
 * failure belongs on the error stream, where all who are concerned will find it.
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
    List<T> results = new ArrayList<>(Collections.nCopies(copy.size(), null));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      int index = i;
      threads.add(thread(index, () -> results.set(index, valueOf(copy.get(index)))));
    }
    threads.forEach(Thread::start);
    join(threads);
    return results;
  }

  private Thread thread(int index, Runnable body) {
    return Thread.ofPlatform()
        .name(prefix + "-" + index)
        .daemon(false)
        .uncaughtExceptionHandler(ThreadRunner::print)
        .unstarted(body);
  }

  private static <T> T valueOf(Callable<? extends T> task) {
    try {
      return task.call();
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  private static void print(Thread thread, Throwable failure) {
    System.err.println(thread.getName() + " has failed: " + failure); // BUG: lost-exception
  }

  private static void join(List<Thread> threads) throws InterruptedException {
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
}
