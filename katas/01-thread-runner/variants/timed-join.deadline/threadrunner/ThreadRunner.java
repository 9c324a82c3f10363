package threadrunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Sets a deadline for all tasks together and takes what is there by then. This author believed that
 * a generous limit never matters, and that a call without a limit is careless.
 */
public final class ThreadRunner {

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(10);

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
    AtomicReferenceArray<T> results = new AtomicReferenceArray<>(copy.size());
    AtomicReferenceArray<Throwable> failures = new AtomicReferenceArray<>(copy.size());
    Thread[] threads = new Thread[copy.size()];
    for (int i = 0; i < threads.length; i++) {
      int index = i;
      threads[i] = new Thread(() -> perform(index, copy.get(index), results, failures));
      threads[i].setName(prefix + "-" + i);
      threads[i].setDaemon(false);
    }
    Arrays.stream(threads).forEach(Thread::start);
    awaitDeadline(threads);
    throwAll(failures);
    List<T> list = new ArrayList<>();
    for (int i = 0; i < results.length(); i++) {
      list.add(results.get(i));
    }
    return list;
  }

  private static <T> void perform(
      int index,
      Callable<? extends T> task,
      AtomicReferenceArray<T> results,
      AtomicReferenceArray<Throwable> failures) {
    try {
      results.set(index, task.call());
    } catch (Throwable failure) {
      failures.set(index, failure);
    }
  }

  private static void awaitDeadline(Thread[] threads) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT;
    boolean interrupted = false;
    int next = 0;
    while (next < threads.length) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(
            threads[next], deadline - System.nanoTime()); // BUG: sleep-as-synchronisation
        next++;
      } catch (InterruptedException request) {
        interrupted = true;
        Arrays.stream(threads).forEach(Thread::interrupt);
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private static void throwAll(AtomicReferenceArray<Throwable> failures) throws ExecutionException {
    ExecutionException exception = null;
    for (int i = 0; i < failures.length(); i++) {
      Throwable failure = failures.get(i);
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
