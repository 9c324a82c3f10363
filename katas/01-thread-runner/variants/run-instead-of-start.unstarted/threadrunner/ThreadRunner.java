package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Has the builder make threads that are not started, and runs them. This author believed that
 * {@code run} is the method that tells a thread to begin.
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
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      pairs.add(pair(prefix + "-" + i, copy.get(i)));
    }
    pairs.forEach(pair -> pair.thread().run()); // BUG: wrong-thread
    joinAll(pairs.stream().map(Pair::thread).toList());
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Pair<T> pair : pairs) {
      switch (pair.future().state()) {
        case SUCCESS -> results.add(pair.future().resultNow());
        case FAILED -> failures.add(pair.future().exceptionNow());
        case RUNNING, CANCELLED -> throw new IllegalStateException();
      }
    }
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.removeFirst());
      failures.forEach(exception::addSuppressed);
      throw exception;
    }
    return results;
  }

  private static <T> Pair<T> pair(String name, Callable<? extends T> task) {
    FutureTask<T> future = new FutureTask<>(task::call);
    return new Pair<>(future, Thread.ofPlatform().name(name).daemon(false).unstarted(future));
  }

  private static void joinAll(List<Thread> threads) throws InterruptedException {
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
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private record Pair<T>(FutureTask<T> future, Thread thread) {}
}
