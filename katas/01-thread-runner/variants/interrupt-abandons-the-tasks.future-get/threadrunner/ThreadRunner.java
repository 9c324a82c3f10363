package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Asks one future after the other and lets the interrupt fly past. This author believed that a
 * method that declares {@code InterruptedException} has done its duty with that.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Job<T>> jobs = jobsFor(List.copyOf(tasks));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    jobs.forEach(job -> job.thread().start());
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Job<T> job : jobs) {
      try {
        results.add(job.future().get()); // BUG: thread-leak
      } catch (ExecutionException failed) {
        failures.add(failed.getCause());
      }
      job.thread().join();
    }
    if (failures.isEmpty()) {
      return results;
    }
    throw combined(failures);
  }

  private <T> List<Job<T>> jobsFor(List<Callable<? extends T>> tasks) {
    List<Job<T>> jobs = new ArrayList<>();
    for (Callable<? extends T> task : tasks) {
      FutureTask<T> future = new FutureTask<>(task::call);
      Thread thread = new Thread(future, prefix + "-" + jobs.size());
      thread.setDaemon(false);
      jobs.add(new Job<>(future, thread));
    }
    return jobs;
  }

  private static ExecutionException combined(List<Throwable> failures) {
    ExecutionException combined = new ExecutionException(failures.get(0));
    for (int i = 1; i < failures.size(); i++) {
      combined.addSuppressed(failures.get(i));
    }
    return combined;
  }

  /** A task and the thread that runs it. */
  private record Job<T>(FutureTask<T> future, Thread thread) {}
}
