package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Joins without letting itself be interrupted, restores the status, and throws at the end. This
 * author believed that an interrupt concerns the interrupted thread alone.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Worker<T>> workers = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      workers.add(new Worker<>(prefix + "-" + workers.size(), task));
    }
    throwIfInterrupted();
    workers.forEach(Worker::start);
    workers.forEach(ThreadRunner::joinUninterruptibly);
    throwIfInterrupted();
    List<Throwable> failures =
        workers.stream().map(worker -> worker.failure).filter(Objects::nonNull).toList();
    if (!failures.isEmpty()) {
      ExecutionException failed = new ExecutionException(failures.getFirst());
      failures.stream().skip(1).forEach(failed::addSuppressed);
      throw failed;
    }
    List<T> values = new ArrayList<>();
    for (Worker<T> worker : workers) {
      values.add(worker.value);
    }
    return values;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    try {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException notNow) {
          interrupted = true; // BUG: swallowed-interrupt
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Worker<T> extends Thread {

    private final Callable<? extends T> task;
    private T value;
    private Throwable failure;

    Worker(String name, Callable<? extends T> task) {
      super(name);
      setDaemon(false);
      this.task = task;
    }

    @Override
    public void run() {
      try {
        value = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
