package threadrunner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Has one list to which all threads append what came of their tasks. This author believed that
 * {@code add} is done before anybody else can notice.
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
    List<Entry<T>> entries = new ArrayList<>();
    List<Worker<T>> workers = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      workers.add(new Worker<>(i, copy.get(i), entries));
    }
    List<Thread> threads = new ArrayList<>();
    for (Worker<T> worker : workers) {
      Thread thread = new Thread(worker, prefix + "-" + worker.index);
      thread.setDaemon(false);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    join(threads);
    throwFailures(workers);
    return inOrder(entries, copy.size());
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

  private static void throwFailures(List<? extends Worker<?>> workers) throws ExecutionException {
    ExecutionException exception = null;
    for (Worker<?> worker : workers) {
      if (worker.failure != null && exception == null) {
        exception = new ExecutionException(worker.failure);
      } else if (worker.failure != null) {
        exception.addSuppressed(worker.failure);
      }
    }
    if (exception != null) {
      throw exception;
    }
  }

  private static <T> List<T> inOrder(List<Entry<T>> entries, int size) {
    List<T> values = new ArrayList<>(Collections.nCopies(size, null));
    for (Entry<T> entry : entries) {
      values.set(entry.index(), entry.value());
    }
    return values;
  }

  private record Entry<T>(int index, T value) {}

  private static final class Worker<T> implements Runnable {

    private final int index;
    private final Callable<? extends T> task;
    private final List<Entry<T>> entries;
    private Throwable failure;

    Worker(int index, Callable<? extends T> task, List<Entry<T>> entries) {
      this.index = index;
      this.task = task;
      this.entries = entries;
    }

    @Override
    public void run() {
      try {
        T value = task.call();
        entries.add(new Entry<>(index, value)); // BUG: lost-update
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
