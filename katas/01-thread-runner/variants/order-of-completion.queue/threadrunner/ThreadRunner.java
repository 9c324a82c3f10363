package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;

/**
 * Lets the results come in through a queue and takes them as they come. This author believed that
 * first in, first out holds for threads as well.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    Queue<Optional<T>> queue = new ConcurrentLinkedQueue<>();
    List<Producer<T>> producers = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      producers.add(new Producer<>(prefix + "-" + producers.size(), task, queue));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    producers.forEach(Thread::start);
    awaitAll(producers);
    throwFailuresOf(producers);
    List<T> results = new ArrayList<>();
    queue.forEach(result -> results.add(result.orElse(null)));
    return results;
  }

  private static void awaitAll(List<? extends Thread> threads) throws InterruptedException {
    InterruptedException interrupt = null;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException request) {
          interrupt = request;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupt != null) {
      throw interrupt;
    }
  }

  private static void throwFailuresOf(List<? extends Producer<?>> producers)
      throws ExecutionException {
    List<Throwable> failures = new ArrayList<>();
    for (Producer<?> producer : producers) {
      if (producer.failure != null) {
        failures.add(producer.failure);
      }
    }
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.removeFirst());
      failures.forEach(exception::addSuppressed);
      throw exception;
    }
  }

  private static final class Producer<T> extends Thread {

    private final Callable<? extends T> task;
    private final Queue<Optional<T>> queue;
    private Throwable failure;

    Producer(String name, Callable<? extends T> task, Queue<Optional<T>> queue) {
      super(name);
      setDaemon(false);
      this.task = task;
      this.queue = queue;
    }

    @Override
    public void run() {
      try {
        queue.add(Optional.ofNullable(task.call())); // BUG: wrong-order
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
