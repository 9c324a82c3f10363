package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Joins the threads in order and throws as soon as one of them has failed.
 *
 * <p>M64: its author believed that throwing ends the other tasks, too.
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
    copy.forEach(task -> slots.add(new Slot<>(task)));
    List<Thread> threads = threadsFor(slots);
    threads.forEach(Thread::start);
    for (int i = 0; i < threads.size(); i++) {
      awaitOne(threads, i);
      throwFailures(slots.subList(0, i + 1)); // BUG: thread-leak
    }
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

  private static void awaitOne(List<Thread> threads, int index) throws InterruptedException {
    try {
      threads.get(index).join();
    } catch (InterruptedException cancelled) {
      threads.forEach(Thread::interrupt);
      joinUninterruptibly(threads);
      throw cancelled;
    }
  }

  private static void joinUninterruptibly(List<Thread> threads) {
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException again) {
          // The tasks know already.
        }
      }
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

  private static <T> List<T> results(List<Slot<T>> slots) {
    List<T> results = new ArrayList<>();
    slots.forEach(slot -> results.add(slot.result));
    return results;
  }

  /** Written by its own thread only, and read after that thread has been joined. */
  private static final class Slot<T> implements Runnable {

    private final Callable<? extends T> task;
    private T result;
    private Throwable failure;

    Slot(Callable<? extends T> task) {
      this.task = task;
    }

    @Override
    public void run() {
      try {
        result = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
