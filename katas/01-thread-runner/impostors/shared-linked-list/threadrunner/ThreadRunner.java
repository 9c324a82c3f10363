package threadrunner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Lets all threads hang their results onto one linked list.
 *
 * <p>M01: its author believed that to hang an entry onto a list is one step.
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
    Results<T> results = new Results<>();
    List<Slot<T>> slots = new ArrayList<>();
    copy.forEach(task -> slots.add(new Slot<>(task, slots.size(), results)));
    List<Thread> threads = threadsFor(slots);
    threads.forEach(Thread::start);
    joinAll(threads);
    throwFailures(slots);
    return results.inOrder(copy.size());
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

  /** The results of one call, the latest first. */
  private static final class Results<T> {

    private Entry<T> latest;

    private record Entry<T>(int index, T value, Entry<T> earlier) {}

    void add(int index, T value) {
      latest = new Entry<>(index, value, latest); // BUG: lost-update
    }

    List<T> inOrder(int count) {
      List<T> ordered = new ArrayList<>(Collections.nCopies(count, null));
      for (Entry<T> entry = latest; entry != null; entry = entry.earlier()) {
        ordered.set(entry.index(), entry.value());
      }
      return ordered;
    }
  }

  /** The failure is written by its own thread only, and read after that thread has been joined. */
  private static final class Slot<T> implements Runnable {

    private final Callable<? extends T> task;
    private final int index;
    private final Results<T> results;
    private Throwable failure;

    Slot(Callable<? extends T> task, int index, Results<T> results) {
      this.task = task;
      this.index = index;
      this.results = results;
    }

    @Override
    public void run() {
      try {
        results.add(index, task.call());
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
