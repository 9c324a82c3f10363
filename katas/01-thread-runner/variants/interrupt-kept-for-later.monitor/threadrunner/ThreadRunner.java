package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Makes a note of the interrupt while it waits for the last task, and keeps it until then. This
 * author believed that an interrupted call has to be honest about it, but that the tasks have
 * nothing to do with it.
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
    Round<T> round = new Round<>(copy.size());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      int index = i;
      Thread thread = new Thread(() -> round.play(index, copy.get(index)));
      thread.setName(prefix + "-" + index);
      thread.setDaemon(false);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    round.awaitLast();
    for (Thread thread : threads) {
      round.awaitEnd(thread);
    }
    return round.outcome();
  }

  /** What one call has to remember; only its caller touches {@code interrupted}. */
  private static final class Round<T> {

    private final List<T> values = new ArrayList<>();
    private final Throwable[] failures;
    private int running;
    private boolean interrupted;

    Round(int size) {
      failures = new Throwable[size];
      running = size;
      for (int i = 0; i < size; i++) {
        values.add(null);
      }
    }

    void play(int index, Callable<? extends T> task) {
      T value = null;
      Throwable failure = null;
      try {
        value = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
      note(index, value, failure);
    }

    private synchronized void note(int index, T value, Throwable failure) {
      values.set(index, value);
      failures[index] = failure;
      running--;
      if (running == 0) {
        notifyAll();
      }
    }

    synchronized void awaitLast() {
      while (running > 0) {
        try {
          wait();
        } catch (InterruptedException request) {
          interrupted = true; // BUG: swallowed-interrupt
        }
      }
    }

    void awaitEnd(Thread thread) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException request) {
          interrupted = true;
        }
      }
    }

    List<T> outcome() throws InterruptedException, ExecutionException {
      if (interrupted) {
        throw new InterruptedException();
      }
      ExecutionException exception = null;
      for (Throwable failure : failures) {
        if (failure != null && exception == null) {
          exception = new ExecutionException(failure);
        } else if (failure != null) {
          exception.addSuppressed(failure);
        }
      }
      if (exception != null) {
        throw exception;
      }
      return values;
    }
  }
}
