package threadrunner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds the lock of the results from the first start to the last join, so that nobody sees them
 * half done. This author believed that a thread that waits in {@code join} keeps nobody out.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> own = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return new Call<T>(own).run(prefix);
  }

  /** Everything that belongs to one call. */
  private static final class Call<T> {

    private final Lock lock = new ReentrantLock();
    private final List<Callable<? extends T>> tasks;

    // Guarded by lock.
    private final List<T> values;
    private final Throwable[] failures;

    Call(List<Callable<? extends T>> tasks) {
      this.tasks = tasks;
      this.values = new ArrayList<>(Collections.nCopies(tasks.size(), null));
      this.failures = new Throwable[tasks.size()];
    }

    List<T> run(String prefix) throws InterruptedException, ExecutionException {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < tasks.size(); i++) {
        int index = i;
        Thread thread = new Thread(() -> perform(index), prefix + "-" + index);
        thread.setDaemon(false);
        threads.add(thread);
      }
      lock.lock();
      try {
        threads.forEach(Thread::start);
        join(threads); // BUG: wait-holding-lock
        return outcome();
      } finally {
        lock.unlock();
      }
    }

    private void perform(int index) {
      T value = null;
      Throwable failure = null;
      try {
        value = tasks.get(index).call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
      keep(index, value, failure);
    }

    private void keep(int index, T value, Throwable failure) {
      lock.lock();
      try {
        values.set(index, value);
        failures[index] = failure;
      } finally {
        lock.unlock();
      }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
      boolean interrupted = false;
      for (Thread thread : threads) {
        while (thread.isAlive()) {
          try {
            thread.join();
          } catch (InterruptedException cancel) {
            interrupted = true;
            threads.forEach(Thread::interrupt);
          }
        }
      }
      if (interrupted) {
        throw new InterruptedException();
      }
    }

    private List<T> outcome() throws ExecutionException {
      ExecutionException exception = null;
      for (Throwable failure : failures) {
        if (failure != null && exception != null) {
          exception.addSuppressed(failure);
        } else if (failure != null) {
          exception = new ExecutionException(failure);
        }
      }
      if (exception != null) {
        throw exception;
      }
      return new ArrayList<>(values);
    }
  }
}
