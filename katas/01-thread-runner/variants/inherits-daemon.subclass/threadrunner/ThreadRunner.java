package threadrunner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Extends {@code Thread} and sets its name. This author believed that {@code new Thread} always
 * makes the same kind of thread, whichever thread executes it.
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
    List<Errand<T>> errands = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      errands.add(new Errand<>(prefix + "-" + i, copy.get(i)));
    }
    errands.forEach(Errand::start);
    if (interruptedBeforeTheEndOf(errands)) {
      throw new InterruptedException();
    }
    List<T> values = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    errands.forEach(errand -> errand.tell(values, failures));
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.getFirst());
      failures.stream().skip(1).forEach(exception::addSuppressed);
      throw exception;
    }
    return values;
  }

  private static boolean interruptedBeforeTheEndOf(Collection<? extends Thread> threads) {
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
    return interrupted;
  }

  private static final class Errand<T> extends Thread {

    private final Callable<? extends T> task;
    private T value;
    private Throwable failure;

    Errand(String name, Callable<? extends T> task) {
      super(name); // BUG: wrong-thread
      this.task = task;
    }

    @Override
    public void run() {
      try {
        value = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }

    void tell(Collection<? super T> values, Collection<Throwable> failures) {
      values.add(value);
      if (failure != null) {
        failures.add(failure);
      }
    }
  }
}
