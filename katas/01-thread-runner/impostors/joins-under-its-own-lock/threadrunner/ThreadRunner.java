package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Guards the slots with the lock that the waiting caller holds.
 *
 * <p>M22: its author believed that a thread that waits gives its locks away.
 */
public final class ThreadRunner {

  private final String namePrefix;

  public ThreadRunner(String namePrefix) {
    this.namePrefix = Objects.requireNonNull(namePrefix, "namePrefix");
  }

  public synchronized <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> copy = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the first task began");
    }
    List<Slot<T>> slots = new ArrayList<>();
    copy.forEach(task -> slots.add(new Slot<>(task)));
    List<Thread> threads = threadsFor(slots);
    threads.forEach(Thread::start);
    joinAll(threads); // BUG: wait-holding-lock
    throwFailures(slots);
    return results(slots);
  }

  private List<Thread> threadsFor(List<? extends Runnable> slots) {
    List<Thread> threads = new ArrayList<>();
    for (Runnable slot : slots) {
      Thread thread = new Thread(slot, namePrefix + "-" + threads.size());
      thread.setDaemon(false);
      threads.add(thread);
    }
    return threads;
  }

  private static void joinAll(List<Thread> threads) throws InterruptedException {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException cancelled) {
          interrupted = true;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupted) {
      throw new InterruptedException("interrupted while tasks were running");
    }
  }

  private static void throwFailures(List<? extends ThreadRunner.Slot<?>> slots)
      throws ExecutionException {
    ExecutionException thrown = null;
    for (Slot<?> slot : slots) {
      if (slot.failure != null && thrown == null) {
        thrown = new ExecutionException(slot.failure);
      } else if (slot.failure != null) {
        thrown.addSuppressed(slot.failure);
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  private static <T> List<T> results(List<Slot<T>> slots) {
    List<T> results = new ArrayList<>();
    slots.forEach(slot -> results.add(slot.result));
    return results;
  }

  /** Guarded by the runner. */
  private final class Slot<T> implements Runnable {

    private final Callable<? extends T> task;
    private T result;
    private Throwable failure;

    Slot(Callable<? extends T> task) {
      this.task = task;
    }

    @Override
    public void run() {
      try {
        T value = task.call();
        store(value, null);
      } catch (Throwable thrown) {
        store(null, thrown);
      }
    }

    private void store(T value, Throwable thrown) {
      synchronized (ThreadRunner.this) {
        result = value;
        failure = thrown;
      }
    }
  }
}
