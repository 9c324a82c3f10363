package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Collects the results in a tree map, which puts them in order by itself. This author believed that
 * two threads meet in a map only if they put something under the same key.
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
    Map<Integer, T> byIndex = new TreeMap<>();
    List<Worker<T>> workers = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      workers.add(new Worker<>(prefix, i, copy.get(i), byIndex));
    }
    for (Worker<T> worker : workers) {
      worker.start();
    }
    finish(workers);
    ExecutionException failure = null;
    for (Worker<T> worker : workers) {
      failure = worker.addFailureTo(failure);
    }
    if (failure != null) {
      throw failure;
    }
    return new ArrayList<>(byIndex.values());
  }

  private static void finish(List<? extends Thread> workers) throws InterruptedException {
    boolean interrupted = false;
    for (int next = 0; next < workers.size(); ) {
      try {
        workers.get(next).join();
        next++;
      } catch (InterruptedException stop) {
        interrupted = true;
        workers.forEach(Thread::interrupt);
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private static final class Worker<T> extends Thread {

    private final int index;
    private final Callable<? extends T> task;
    private final Map<Integer, T> results;
    private Throwable failure;

    Worker(String prefix, int index, Callable<? extends T> task, Map<Integer, T> results) {
      super(prefix + "-" + index);
      setDaemon(false);
      this.index = index;
      this.task = task;
      this.results = results;
    }

    @Override
    public void run() {
      try {
        T value = task.call();
        results.put(index, value); // BUG: lost-update
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }

    ExecutionException addFailureTo(ExecutionException soFar) {
      if (failure == null) {
        return soFar;
      }
      if (soFar == null) {
        return new ExecutionException(failure);
      }
      soFar.addSuppressed(failure);
      return soFar;
    }
  }
}
