package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Makes threads only if there is more than one task. This author believed that a thread of its own
 * is pointless for a task while the caller has nothing else to do.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<FutureTask<T>> futures = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      futures.add(new FutureTask<>(task::call));
    }
    stopIfInterrupted();
    if (futures.size() == 1) {
      futures.getFirst().run(); // BUG: wrong-thread
      stopIfInterrupted();
    } else {
      runSideBySide(futures);
    }
    return results(futures);
  }

  private void runSideBySide(List<? extends Runnable> futures) throws InterruptedException {
    Thread.Builder builder = Thread.ofPlatform().daemon(false).name(prefix + "-", 0);
    List<Thread> threads = new ArrayList<>();
    for (Runnable future : futures) {
      threads.add(builder.start(future));
    }
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

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static <T> List<T> results(List<FutureTask<T>> futures) throws ExecutionException {
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (FutureTask<T> future : futures) {
      if (future.state() == FutureTask.State.SUCCESS) {
        results.add(future.resultNow());
      } else {
        failures.add(future.exceptionNow());
      }
    }
    if (failures.isEmpty()) {
      return results;
    }
    ExecutionException exception = new ExecutionException(failures.getFirst());
    failures.subList(1, failures.size()).forEach(exception::addSuppressed);
    throw exception;
  }
}
