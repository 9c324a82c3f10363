package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Starts a thread with a future, gets the result, and goes on to the next. This author believed
 * that futures make everything asynchronous, even if one asks them at once.
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
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    Thread.Builder builder = Thread.ofPlatform().daemon(false).name(prefix + "-", 0);
    for (Callable<? extends T> task : copy) {
      FutureTask<T> future = new FutureTask<>(task::call);
      Thread thread = builder.start(future);
      try {
        results.add(future.get()); // BUG: no-parallelism
      } catch (ExecutionException failed) {
        failures.add(failed.getCause());
      } catch (InterruptedException request) {
        thread.interrupt();
        joinFully(thread);
        throw request;
      }
      if (joinFully(thread)) {
        throw new InterruptedException();
      }
    }
    if (failures.isEmpty()) {
      return results;
    }
    ExecutionException exception = new ExecutionException(failures.removeFirst());
    failures.forEach(exception::addSuppressed);
    throw exception;
  }

  /** Returns whether it was interrupted, which it passes on. */
  private static boolean joinFully(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException request) {
        interrupted = true;
        thread.interrupt();
      }
    }
    return interrupted;
  }
}
