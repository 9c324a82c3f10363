package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Remembers the futures of the call in a field, so that its methods need not hand them round. This
 * author believed that a method has the fields of its object to itself until it returns.
 */
public final class ThreadRunner {

  private final String prefix;
  private List<? extends FutureTask<?>> futures = List.of();

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> copy = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<FutureTask<T>> ours = new ArrayList<>();
    copy.forEach(task -> ours.add(new FutureTask<>(task::call)));
    futures = ours; // BUG: lost-update
    Thread.Builder builder = Thread.ofPlatform().name(prefix + "-", 0).daemon(false);
    List<Thread> threads = ours.stream().map(builder::unstarted).toList();
    threads.forEach(Thread::start);
    join(threads);
    return results();
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    boolean interrupted = false;
    int ended = 0;
    while (ended < threads.size()) {
      try {
        threads.get(ended).join();
        ended++;
      } catch (InterruptedException request) {
        interrupted = true;
        threads.forEach(Thread::interrupt);
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  @SuppressWarnings("unchecked") // The futures are those of a call that returns a list of T.
  private <T> List<T> results() throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    ExecutionException exception = null;
    for (FutureTask<?> future : futures) {
      try {
        results.add((T) future.get());
      } catch (ExecutionException failed) {
        if (exception == null) {
          exception = failed;
        } else {
          exception.addSuppressed(failed.getCause());
        }
      }
    }
    if (exception != null) {
      throw exception;
    }
    return results;
  }
}
