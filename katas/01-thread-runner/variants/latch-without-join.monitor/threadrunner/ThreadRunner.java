package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Counts the tasks that are still running, and is notified when there is none. This author believed
 * that nothing is left of a thread once it has delivered.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix, "prefix is null");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> copy = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Desk<T> desk = new Desk<>(copy.size());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      threads.add(thread(i, copy.get(i), desk));
    }
    threads.forEach(Thread::start);
    return desk.collect(threads);
  }

  private <T> Thread thread(int index, Callable<? extends T> task, Desk<T> desk) {
    Thread thread =
        new Thread(() -> {
          try {
            desk.deliver(index, task.call());
          } catch (Throwable failure) {
            desk.fail(index, failure);
          }
        });
    thread.setName(prefix + "-" + index);
    thread.setDaemon(false);
    return thread;
  }

  /** Where the threads of one call deliver what they have. */
  private static final class Desk<T> {

    // All guarded by this.
    private final SortedMap<Integer, T> delivered = new TreeMap<>();
    private final SortedMap<Integer, Throwable> failed = new TreeMap<>();
    private int missing;

    Desk(int missing) {
      this.missing = missing;
    }

    synchronized void deliver(int index, T value) {
      delivered.put(index, value);
      checkOff();
    }

    synchronized void fail(int index, Throwable failure) {
      failed.put(index, failure);
      checkOff();
    }

    private synchronized void checkOff() {
      missing--;
      notifyAll();
    }

    synchronized List<T> collect(List<Thread> threads)
        throws InterruptedException, ExecutionException {
      boolean interrupted = false;
      while (missing > 0) {
        try {
          wait(); // BUG: thread-leak
        } catch (InterruptedException request) {
          interrupted = true;
          threads.forEach(Thread::interrupt);
        }
      }
      if (interrupted) {
        throw new InterruptedException();
      }
      throwFailures();
      return new ArrayList<>(delivered.values());
    }

    private void throwFailures() throws ExecutionException {
      if (!failed.isEmpty()) {
        Throwable first = failed.remove(failed.firstKey());
        ExecutionException exception = new ExecutionException(first);
        failed.values().forEach(exception::addSuppressed);
        throw exception;
      }
    }
  }
}
