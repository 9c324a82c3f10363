package threadrunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Keeps the results of a call in a field of the runner.
 *
 * <p>Its author believed that an object is used by one thread at a time.
 */
public final class ThreadRunner {

  private final String namePrefix;
  private Object[] results = {};

  public ThreadRunner(String namePrefix) {
    this.namePrefix = Objects.requireNonNull(namePrefix, "namePrefix");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> copy = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the first task began");
    }
    List<Slot<T>> slots = new ArrayList<>();
    copy.forEach(task -> slots.add(new Slot<>(task, slots.size())));
    results = new Object[copy.size()]; // BUG: lost-update
    List<Thread> threads = threadsFor(slots);
    threads.forEach(Thread::start);
    joinAll(threads);
    throwFailures(slots);
    return results();
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

  @SuppressWarnings("unchecked") // Only results of this call's tasks are in there.
  private <T> List<T> results() {
    return (List<T>) new ArrayList<>(Arrays.asList(results));
  }

  private final class Slot<T> implements Runnable {

    private final Callable<? extends T> task;
    private final int index;
    private Throwable failure;

    Slot(Callable<? extends T> task, int index) {
      this.task = task;
      this.index = index;
    }

    @Override
    public void run() {
      try {
        results[index] = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
