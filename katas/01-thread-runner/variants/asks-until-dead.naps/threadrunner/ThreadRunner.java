package threadrunner;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Looks after its threads every few milliseconds, one after the other, until all are gone. This
 * author believed that who wants to notice something has to come back and look.
 */
public final class ThreadRunner {

  private static final Duration PAUSE = Duration.ofMillis(5);

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Runner<T>> runners = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      runners.add(new Runner<>(task, prefix + "-" + runners.size()));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    runners.forEach(Thread::start);
    watch(runners);
    return outcome(runners);
  }

  private static void watch(List<? extends Thread> threads) throws InterruptedException {
    boolean interrupted = false;
    Queue<Thread> running = new ArrayDeque<>(threads);
    while (!running.isEmpty()) {
      Thread next = running.remove();
      try {
        if (!next.join(PAUSE)) { // BUG: busy-wait
          running.add(next);
        }
      } catch (InterruptedException request) {
        interrupted = true;
        running.add(next);
        threads.forEach(Thread::interrupt);
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private static <T> List<T> outcome(List<Runner<T>> runners) throws ExecutionException {
    List<T> results = new ArrayList<>();
    ExecutionException exception = null;
    for (Runner<T> runner : runners) {
      results.add(runner.result);
      if (runner.failure == null) {
        continue;
      }
      if (exception == null) {
        exception = new ExecutionException(runner.failure);
      } else {
        exception.addSuppressed(runner.failure);
      }
    }
    if (exception != null) {
      throw exception;
    }
    return results;
  }

  private static final class Runner<T> extends Thread {

    private final Callable<? extends T> task;
    private T result;
    private Throwable failure;

    Runner(Callable<? extends T> task, String name) {
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
