package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Gets the result of every future, and so waits for all of them. This author believed that a future
 * that is done was the last thing its thread had to do, and that the thread is no more.
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
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Thread.Builder builder = Thread.ofPlatform().name(prefix + "-", 0).daemon(false);
    List<Thread> threads = futures.stream().map(builder::unstarted).toList();
    threads.forEach(Thread::start);
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    boolean interrupted = false;
    for (FutureTask<T> future : futures) {
      interrupted |= awaitDone(future, threads);
      if (future.state() == FutureTask.State.FAILED) {
        failures.add(future.exceptionNow());
      } else {
        results.add(future.resultNow());
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    throwAll(failures);
    return results;
  }

  /** Returns whether it was interrupted meanwhile; all threads have been so, too, then. */
  private static boolean awaitDone(FutureTask<?> future, List<Thread> threads) {
    boolean interrupted = false;
    while (true) {
      try {
        future.get(); // BUG: thread-leak
        return interrupted;
      } catch (ExecutionException failed) {
        return interrupted;
      } catch (InterruptedException request) {
        interrupted = true;
        threads.forEach(Thread::interrupt);
      }
    }
  }

  private static void throwAll(List<Throwable> failures) throws ExecutionException {
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.removeFirst());
      failures.forEach(exception::addSuppressed);
      throw exception;
    }
  }
}
