package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * Waits at a latch, and for the threads behind it, as long as nobody interrupts. This author
 * believed that an interrupted call may drop everything at once.
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
    CountDownLatch finished = new CountDownLatch(copy.size());
    List<Step<T>> steps = new ArrayList<>();
    copy.forEach(task -> steps.add(new Step<>(task, finished)));
    List<Thread> threads = new ArrayList<>();
    for (Step<T> step : steps) {
      String name = prefix + "-" + threads.size();
      threads.add(Thread.ofPlatform().name(name).daemon(false).unstarted(step::take));
    }
    threads.forEach(Thread::start);
    finished.await(); // BUG: thread-leak
    for (Thread thread : threads) {
      thread.join();
    }
    return valuesOf(steps);
  }

  private static <T> List<T> valuesOf(List<Step<T>> steps) throws ExecutionException {
    List<T> values = new ArrayList<>();
    ExecutionException exception = null;
    for (Step<T> step : steps) {
      values.add(step.value);
      exception = step.appendFailure(exception);
    }
    if (exception != null) {
      throw exception;
    }
    return values;
  }

  private static final class Step<T> {

    private final Callable<? extends T> task;
    private final CountDownLatch finished;
    private T value;
    private Throwable failure;

    Step(Callable<? extends T> task, CountDownLatch finished) {
      this.task = task;
      this.finished = finished;
    }

    void take() {
      try {
        value = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      } finally {
        finished.countDown();
      }
    }

    ExecutionException appendFailure(ExecutionException earlier) {
      if (failure != null && earlier == null) {
        return new ExecutionException(failure);
      }
      if (failure != null) {
        earlier.addSuppressed(failure);
      }
      return earlier;
    }
  }
}
