package threadrunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * A latch tells that all tasks are done; the joins after it tell that all threads have ended, too.
 */
public final class ThreadRunner {

  private final String namePrefix;

  public ThreadRunner(String namePrefix) {
    this.namePrefix = Objects.requireNonNull(namePrefix, "namePrefix");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> copy = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the first task began");
    }
    Run<T> run = new Run<>(copy);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      int index = i;
      Thread thread = new Thread(() -> run.call(index), namePrefix + "-" + index);
      thread.setDaemon(false);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    boolean interrupted = run.awaitAll(threads);
    interrupted |= joinAll(threads);
    if (interrupted) {
      throw new InterruptedException("interrupted while tasks were running");
    }
    return run.results();
  }

  /** Returns whether it was interrupted meanwhile: soon after the latch, that is all to be done. */
  private static boolean joinAll(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException late) {
          interrupted = true;
        }
      }
    }
    return interrupted;
  }

  /** One call of {@code runAll}: each index is written by one thread, and read after the latch. */
  private static final class Run<T> {

    private final List<Callable<? extends T>> tasks;
    private final T[] results;
    private final Throwable[] failures;
    private final CountDownLatch done;

    @SuppressWarnings("unchecked") // The array never leaves this class.
    Run(List<Callable<? extends T>> tasks) {
      this.tasks = tasks;
      this.results = (T[]) new Object[tasks.size()];
      this.failures = new Throwable[tasks.size()];
      this.done = new CountDownLatch(tasks.size());
    }

    void call(int index) {
      try {
        results[index] = tasks.get(index).call();
      } catch (Throwable thrown) {
        failures[index] = thrown;
      } finally {
        done.countDown();
      }
    }

    boolean awaitAll(List<Thread> threads) {
      boolean interrupted = false;
      while (true) {
        try {
          done.await();
          return interrupted;
        } catch (InterruptedException cancelled) {
          interrupted = true;
          threads.forEach(Thread::interrupt);
        }
      }
    }

    List<T> results() throws ExecutionException {
      List<Throwable> thrown = Arrays.stream(failures).filter(Objects::nonNull).toList();
      if (thrown.isEmpty()) {
        return new ArrayList<>(Arrays.asList(results));
      }
      ExecutionException failure = new ExecutionException(thrown.get(0));
      thrown.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
