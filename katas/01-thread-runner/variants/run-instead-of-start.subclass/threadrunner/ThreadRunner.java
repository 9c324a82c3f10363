package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Extends {@code Thread}, overrides {@code run} and calls what it has overridden. This author
 * believed that the code of a thread is executed by that thread, whoever calls it.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<TaskThread<T>> threads = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      threads.add(new TaskThread<>(prefix + "-" + threads.size(), task));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    for (TaskThread<T> thread : threads) {
      thread.run(); // BUG: wrong-thread
    }
    if (interruptedWhileJoining(threads)) {
      throw new InterruptedException();
    }
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    threads.forEach(thread -> thread.report(results, failures));
    if (failures.isEmpty()) {
      return results;
    }
    ExecutionException exception = new ExecutionException(failures.removeFirst());
    failures.forEach(exception::addSuppressed);
    throw exception;
  }

  private static boolean interruptedWhileJoining(List<? extends Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      boolean ended = false;
      while (!ended) {
        try {
          thread.join();
          ended = true;
        } catch (InterruptedException stop) {
          interrupted = true;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    return interrupted;
  }

  private static final class TaskThread<T> extends Thread {

    private final Callable<? extends T> task;
    private T result;
    private Throwable failure;

    TaskThread(String name, Callable<? extends T> task) {
      this.task = task;
      setName(name);
      setDaemon(false);
    }

    @Override
    public void run() {
      try {
        result = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }

    void report(List<? super T> results, List<Throwable> failures) {
      if (failure == null) {
        results.add(result);
      } else {
        failures.add(failure);
      }
    }
  }
}
