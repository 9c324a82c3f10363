package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** A subclass of {@link Thread} that remembers what came of its task. */
public final class ThreadRunner {

  private final String namePrefix;

  public ThreadRunner(String namePrefix) {
    this.namePrefix = Objects.requireNonNull(namePrefix, "namePrefix");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Worker<T>> workers = hire(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the first task began");
    }
    workers.forEach(Worker::start);
    awaitAll(workers);
    return collect(workers);
  }

  private <T> List<Worker<T>> hire(List<? extends Callable<? extends T>> tasks) {
    List<Worker<T>> workers = new ArrayList<>();
    for (Callable<? extends T> task : tasks) {
      workers.add(new Worker<>(namePrefix + "-" + workers.size(), Objects.requireNonNull(task)));
    }
    return workers;
  }

  /** Waits for all to end. The first interrupt is passed on; none makes it return early. */
  private static void awaitAll(List<? extends Thread> workers) throws InterruptedException {
    boolean cancelled = false;
    for (int i = 0; i < workers.size(); ) {
      try {
        workers.get(i).join();
        i++;
      } catch (InterruptedException passOn) {
        cancelled = true;
        workers.forEach(Thread::interrupt);
      }
    }
    if (cancelled) {
      throw new InterruptedException("interrupted while tasks were running");
    }
  }

  private static <T> List<T> collect(List<Worker<T>> workers) throws ExecutionException {
    List<Throwable> failures = new ArrayList<>();
    List<T> results = new ArrayList<>();
    for (Worker<T> worker : workers) {
      if (worker.failure != null) {
        failures.add(worker.failure);
      }
      results.add(worker.result);
    }
    if (failures.isEmpty()) {
      return results;
    }
    ExecutionException thrown = new ExecutionException(failures.get(0));
    failures.stream().skip(1).forEach(thrown::addSuppressed);
    throw thrown;
  }

  private static final class Worker<T> extends Thread {

    private final Callable<? extends T> task;
    private T result;
    private Throwable failure;

    Worker(String name, Callable<? extends T> task) {
      super(name);
      this.task = task;
      setDaemon(false);
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
