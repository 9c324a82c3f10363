package threadrunner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Lets all threads add to one {@code LinkedList} and sorts it by index in the end. This author
 * believed that nothing can come between the beginning and the end of an {@code add}.
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
    List<Numbered<T>> arrived = new LinkedList<>();
    Throwable[] failures = new Throwable[copy.size()];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      int number = i;
      Runnable body =
          () -> {
            try {
              Numbered<T> result = new Numbered<>(number, copy.get(number).call());
              arrived.add(result); // BUG: lost-update
            } catch (Throwable failure) {
              failures[number] = failure;
            }
          };
      threads.add(Thread.ofPlatform().name(prefix + "-" + i).daemon(false).unstarted(body));
    }
    threads.forEach(Thread::start);
    awaitAll(threads);
    throwFirst(failures);
    return sorted(arrived);
  }

  private static void awaitAll(List<Thread> threads) throws InterruptedException {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException cancelled) {
      threads.forEach(Thread::interrupt);
      threads.forEach(ThreadRunner::awaitTheEnd);
      throw cancelled;
    }
  }

  private static void awaitTheEnd(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        thread.interrupt();
      }
    }
  }

  private static void throwFirst(Throwable[] failures) throws ExecutionException {
    ExecutionException exception = null;
    for (Throwable failure : failures) {
      if (failure == null) {
        continue;
      }
      if (exception == null) {
        exception = new ExecutionException(failure);
      } else {
        exception.addSuppressed(failure);
      }
    }
    if (exception != null) {
      throw exception;
    }
  }

  private static <T> List<T> sorted(List<Numbered<T>> arrived) {
    arrived.sort(Comparator.comparingInt(Numbered::number));
    List<T> results = new ArrayList<>();
    arrived.forEach(result -> results.add(result.value()));
    return results;
  }

  private record Numbered<T>(int number, T value) {}
}
