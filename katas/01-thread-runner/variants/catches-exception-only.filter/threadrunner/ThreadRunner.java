package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Catches whatever is thrown and keeps it if it is an exception. This author believed that a task
 * has failed if it has thrown an {@code Exception}, and that an error cannot be meant for a caller.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<FutureTask<T>> futures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      FutureTask<T> future = new FutureTask<>(task::call);
      Thread thread = new Thread(future, prefix + "-" + futures.size());
      thread.setDaemon(false);
      futures.add(future);
      threads.add(thread);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    threads.forEach(Thread::start);
    join(threads);
    throwExceptionsOf(futures);
    List<T> results = new ArrayList<>();
    for (FutureTask<T> future : futures) {
      boolean returned = future.state() == FutureTask.State.SUCCESS;
      results.add(returned ? future.resultNow() : null);
    }
    return results;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    InterruptedException interrupt = null;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException request) {
          interrupt = request;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupt != null) {
      throw interrupt;
    }
  }

  private static void throwExceptionsOf(List<? extends FutureTask<?>> futures)
      throws ExecutionException {
    ExecutionException thrown = null;
    for (FutureTask<?> future : futures) {
      if (future.state() == FutureTask.State.FAILED
          && future.exceptionNow() instanceof Exception exception) { // BUG: lost-exception
        if (thrown == null) {
          thrown = new ExecutionException(exception);
        } else {
          thrown.addSuppressed(exception);
        }
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }
}
