package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Puts all threads of a call in one group and interrupts the group when it is interrupted itself.
 * This author believed that threads that are told to stop have stopped.
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
    CountDownLatch done = new CountDownLatch(copy.size());
    List<FutureTask<T>> futures = new ArrayList<>();
    copy.forEach(task -> futures.add(future(task, done)));
    ThreadGroup group = new ThreadGroup(prefix);
    List<Thread> threads = new ArrayList<>();
    for (FutureTask<T> future : futures) {
      Thread thread = new Thread(group, future, prefix + "-" + threads.size());
      thread.setDaemon(false);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    try {
      done.await();
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException request) {
      group.interrupt();
      throw request; // BUG: thread-leak
    }
    return outcome(futures);
  }

  private static <T> FutureTask<T> future(Callable<? extends T> task, CountDownLatch done) {
    return new FutureTask<>(task::call) {
      @Override
      protected void done() {
        done.countDown();
      }
    };
  }

  private static <T> List<T> outcome(List<FutureTask<T>> futures) throws ExecutionException {
    List<Throwable> failures =
        futures.stream()
            .filter(future -> future.state() == FutureTask.State.FAILED)
            .map(FutureTask::exceptionNow)
            .toList();
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.getFirst());
      failures.stream().skip(1).forEach(exception::addSuppressed);
      throw exception;
    }
    List<T> results = new ArrayList<>();
    futures.forEach(future -> results.add(future.resultNow()));
    return results;
  }
}
