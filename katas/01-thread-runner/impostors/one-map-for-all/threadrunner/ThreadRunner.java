package threadrunner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Lets all threads put their results into one map, each under the index of its task.
 *
 * <p>M04: its author believed that threads with different keys cannot get in each other's way.
 */
public final class ThreadRunner {

  private final String namePrefix;

  public ThreadRunner(String namePrefix) {
    this.namePrefix = Objects.requireNonNull(namePrefix, "namePrefix");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> copy = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the first task began");
    }
    Map<Integer, T> results = new HashMap<>();
    List<Slot<T>> slots = new ArrayList<>();
    copy.forEach(task -> slots.add(new Slot<>(task, slots.size(), results)));
    List<Thread> threads = threadsFor(slots);
    threads.forEach(Thread::start);
    joinAll(threads);
    throwFailures(slots);
    return inOrder(results, copy.size());
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

  private static void throwFailures(List<? extends Slot<?>> slots) throws ExecutionException {
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

  private static <T> List<T> inOrder(Map<Integer, T> results, int count) {
    List<T> ordered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ordered.add(results.get(i));
    }
    return ordered;
  }

  /** The failure is written by its own thread only, and read after that thread has been joined. */
  private static final class Slot<T> implements Runnable {

    private final Callable<? extends T> task;
    private final int index;
    private final Map<Integer, T> results;
    private Throwable failure;

    Slot(Callable<? extends T> task, int index, Map<Integer, T> results) {
      this.task = task;
      this.index = index;
      this.results = results;
    }

    @Override
    public void run() {
      try {
        T result = task.call();
        results.put(index, result); // BUG: lost-update
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
