package threadrunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Lets each thread take its task out of the list when it begins. This author believed that a list
 * in which no null was found can be relied upon from then on.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    int size = 0;
    for (Callable<? extends T> task : tasks) {
      Objects.requireNonNull(task, "a task is null");
      size++;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<T> results = new ArrayList<>();
    Throwable[] failures = new Throwable[size];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int index = i;
      results.add(null);
      Runnable body =
          () -> {
            try {
              results.set(index, tasks.get(index).call()); // BUG: check-then-act
            } catch (Throwable failure) {
              failures[index] = failure;
            }
          };
      threads.add(Thread.ofPlatform().daemon(false).name(prefix + "-" + i).unstarted(body));
    }
    threads.forEach(Thread::start);
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= join(thread, threads);
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    throwUnlessEmpty(Arrays.stream(failures).filter(Objects::nonNull).toList());
    return results;
  }

  /** Returns whether it was interrupted, and if so, has interrupted all threads. */
  private static boolean join(Thread thread, List<Thread> all) {
    try {
      thread.join();
      return false;
    } catch (InterruptedException cancelled) {
      all.forEach(Thread::interrupt);
      join(thread, all);
      return true;
    }
  }

  private static void throwUnlessEmpty(List<Throwable> failures) throws ExecutionException {
    if (failures.isEmpty()) {
      return;
    }
    ExecutionException exception = new ExecutionException(failures.get(0));
    failures.subList(1, failures.size()).forEach(exception::addSuppressed);
    throw exception;
  }
}
