package threadrunner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Lets each task append its result when it has one.
 *
 * <p>M63: its author believed that tasks end in the order in which they were started.
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
    List<Slot<T>> slots = new ArrayList<>();
    List<T> results = Collections.synchronizedList(new ArrayList<>());
    copy.forEach(task -> slots.add(new Slot<>(task, results)));
    List<Thread> threads = threadsFor(slots);
    threads.forEach(Thread::start);
    joinAll(threads);
    throwFailures(slots);
    return new ArrayList<>(results);
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

  /** The failure is written by its own thread only, and read after that thread has been joined. */
  private static final class Slot<T> implements Runnable {

    private final Callable<? extends T> task;
    private final List<T> results;
    private Throwable failure;

    Slot(Callable<? extends T> task, List<T> results) {
      this.task = task;
      this.results = results;
    }

    @Override
    public void run() {
      try {
        results.add(task.call()); // BUG: wrong-order
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
