package threadrunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Sends all tasks but the first to threads, and does the first one itself meanwhile. This author
 * believed that it makes no difference which thread runs a task, and wanted to save one.
 */
public final class ThreadRunner {

  private final String name;

  public ThreadRunner(String name) {
    if (name == null) {
      throw new NullPointerException("no name");
    }
    this.name = name;
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    Batch<T> batch = new Batch<>(List.copyOf(tasks));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < batch.size(); i++) {
      others.add(thread(batch, i));
    }
    others.forEach(Thread::start);
    if (batch.size() > 0) {
      batch.perform(0); // BUG: wrong-thread
    }
    waitFor(others);
    return batch.outcome();
  }

  private Thread thread(Batch<?> batch, int index) {
    return Thread.ofPlatform()
        .name(name + "-" + index)
        .daemon(false)
        .unstarted(() -> batch.perform(index));
  }

  private static void waitFor(List<Thread> threads) throws InterruptedException {
    InterruptedException interrupt = null;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException caught) {
          interrupt = caught;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupt != null) {
      throw interrupt;
    }
  }

  /** The tasks, and beside each of them a place for what comes of it. */
  private static final class Batch<T> {

    private final List<Callable<? extends T>> tasks;
    private final List<T> values;
    private final Throwable[] failures;

    Batch(List<Callable<? extends T>> tasks) {
      this.tasks = tasks;
      this.values = new ArrayList<>();
      this.failures = new Throwable[tasks.size()];
      tasks.forEach(task -> values.add(null));
    }

    int size() {
      return tasks.size();
    }

    void perform(int index) {
      try {
        values.set(index, tasks.get(index).call());
      } catch (Throwable failure) {
        failures[index] = failure;
      }
    }

    List<T> outcome() throws ExecutionException {
      List<Throwable> thrown = Arrays.stream(failures).filter(Objects::nonNull).toList();
      if (!thrown.isEmpty()) {
        ExecutionException exception = new ExecutionException(thrown.getFirst());
        thrown.subList(1, thrown.size()).forEach(exception::addSuppressed);
        throw exception;
      }
      return values;
    }
  }
}
