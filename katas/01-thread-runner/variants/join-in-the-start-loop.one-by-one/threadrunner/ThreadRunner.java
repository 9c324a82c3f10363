package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Hands over each task to {@code runOne}, which has a thread of its own for it. This author
 * believed that work is done side by side as soon as it is not done by the caller.
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
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      Outcome<T> outcome = runOne(copy.get(i), prefix + "-" + i);
      results.add(outcome.value);
      if (outcome.failure != null) {
        failures.add(outcome.failure);
      }
    }
    throwAll(failures);
    return results;
  }

  private static <T> Outcome<T> runOne(Callable<? extends T> task, String name)
      throws InterruptedException {
    Outcome<T> outcome = new Outcome<>();
    Thread thread = Thread.ofPlatform().name(name).daemon(false).start(() -> outcome.of(task));
    try {
      thread.join(); // BUG: no-parallelism
    } catch (InterruptedException stop) {
      thread.interrupt();
      joinWhateverComes(thread);
      throw stop;
    }
    return outcome;
  }

  /** The interrupt status may be lost here, because the caller throws anyway. */
  private static void joinWhateverComes(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        thread.interrupt();
      }
    }
  }

  private static void throwAll(List<Throwable> failures) throws ExecutionException {
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.getFirst());
      failures.stream().skip(1).forEach(exception::addSuppressed);
      throw exception;
    }
  }

  private static final class Outcome<T> {

    private T value;
    private Throwable failure;

    void of(Callable<? extends T> task) {
      try {
        value = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
