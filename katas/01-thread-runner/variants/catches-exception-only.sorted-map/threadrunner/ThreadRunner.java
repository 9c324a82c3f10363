package threadrunner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Collects the exceptions of the tasks in a map that is sorted by index. This author believed that
 * {@code Exception} is the top of all that can be thrown.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix, "prefix");
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<? extends T>> own = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    AtomicReferenceArray<T> values = new AtomicReferenceArray<>(own.size());
    ConcurrentSkipListMap<Integer, Exception> failures = new ConcurrentSkipListMap<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      threads.add(threadFor(i, own.get(i), values, failures));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    joinEach(threads);
    report(failures.values());
    return listOf(values);
  }

  private <T> Thread threadFor(
      int index,
      Callable<? extends T> task,
      AtomicReferenceArray<T> values,
      ConcurrentSkipListMap<Integer, Exception> failures) {
    Runnable body =
        () -> {
          try {
            values.set(index, task.call());
          } catch (Exception failure) { // BUG: lost-exception
            failures.put(index, failure);
          }
        };
    return Thread.ofPlatform().daemon(false).name(prefix + "-" + index).unstarted(body);
  }

  private static void joinEach(List<Thread> threads) throws InterruptedException {
    boolean interrupted = false;
    for (Thread thread : threads) {
      boolean joined = false;
      while (!joined) {
        try {
          thread.join();
          joined = true;
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

  private static void report(Collection<Exception> failures) throws ExecutionException {
    Iterator<Exception> inOrder = failures.iterator();
    if (inOrder.hasNext()) {
      ExecutionException report = new ExecutionException(inOrder.next());
      inOrder.forEachRemaining(report::addSuppressed);
      throw report;
    }
  }

  private static <T> List<T> listOf(AtomicReferenceArray<T> values) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < values.length(); i++) {
      list.add(values.get(i));
    }
    return list;
  }
}
