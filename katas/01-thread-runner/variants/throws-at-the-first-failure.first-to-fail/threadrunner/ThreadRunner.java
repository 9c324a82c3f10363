package threadrunner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Takes what comes out of a queue and throws when a failure comes out of it. This author believed
 * that with the first failure the whole call is over, tasks and threads included.
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
    BlockingQueue<Outcome<T>> outcomes = new LinkedBlockingQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      int index = i;
      Runnable body = () -> outcomes.add(outcomeOf(index, copy.get(index)));
      threads.add(Thread.ofPlatform().daemon(false).name(prefix + "-" + i).unstarted(body));
    }
    threads.forEach(Thread::start);
    try {
      List<T> results = take(outcomes, threads.size());
      for (Thread thread : threads) {
        thread.join();
      }
      return results;
    } catch (InterruptedException request) {
      threads.forEach(Thread::interrupt);
      threads.forEach(ThreadRunner::joinDespiteInterrupts);
      throw request;
    }
  }

  private static <T> Outcome<T> outcomeOf(int index, Callable<? extends T> task) {
    try {
      return new Returned<>(index, task.call());
    } catch (Throwable failure) {
      return new Failed<>(failure);
    }
  }

  private static <T> List<T> take(BlockingQueue<Outcome<T>> outcomes, int size)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>(Collections.nCopies(size, null));
    for (int i = 0; i < size; i++) {
      switch (outcomes.take()) {
        case Returned<T>(int index, T value) -> results.set(index, value);
        case Failed<T>(Throwable failure) ->
            throw new ExecutionException(failure); // BUG: thread-leak
      }
    }
    return results;
  }

  private static void joinDespiteInterrupts(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        thread.interrupt();
      }
    }
  }

  private sealed interface Outcome<T> {}

  private record Returned<T>(int index, T value) implements Outcome<T> {}

  private record Failed<T>(Throwable failure) implements Outcome<T> {}
}
