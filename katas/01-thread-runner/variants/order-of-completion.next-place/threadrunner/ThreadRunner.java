package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Gives each result the next free place. This author believed that who starts first also arrives
 * first.
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
      throw new InterruptedException("was interrupted before");
    }
    Board<T> board = new Board<>(copy.size());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      Callable<? extends T> task = copy.get(i);
      int index = i;
      Thread thread = new Thread(() -> board.enter(index, task), prefix + "-" + index);
      thread.setDaemon(false);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    joinPassingInterruptsOn(threads);
    board.throwFailures();
    return board.results();
  }

  private static void joinPassingInterruptsOn(List<Thread> threads) throws InterruptedException {
    InterruptedException first = null;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException interrupt) {
          first = first == null ? interrupt : first;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static final class Board<T> {

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReferenceArray<T> results;
    private final AtomicReferenceArray<Throwable> failures;

    Board(int size) {
      results = new AtomicReferenceArray<>(size);
      failures = new AtomicReferenceArray<>(size);
    }

    void enter(int index, Callable<? extends T> task) {
      try {
        T result = task.call();
        results.set(taken.getAndIncrement(), result); // BUG: wrong-order
      } catch (Throwable failure) {
        failures.set(index, failure);
      }
    }

    void throwFailures() throws ExecutionException {
      ExecutionException exception = null;
      for (int i = 0; i < failures.length(); i++) {
        Throwable failure = failures.get(i);
        if (failure != null && exception == null) {
          exception = new ExecutionException(failure);
        } else if (failure != null) {
          exception.addSuppressed(failure);
        }
      }
      if (exception != null) {
        throw exception;
      }
    }

    List<T> results() {
      List<T> list = new ArrayList<>();
      for (int i = 0; i < results.length(); i++) {
        list.add(results.get(i));
      }
      return list;
    }
  }
}
