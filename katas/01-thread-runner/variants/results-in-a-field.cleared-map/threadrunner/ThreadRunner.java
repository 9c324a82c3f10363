package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Has one map for the results, which each call empties first. This author made the map safe for the
 * threads of a call and believed that there is only one call at a time.
 */
public final class ThreadRunner {

  private final String prefix;
  private final Map<Integer, Optional<Object>> results = new ConcurrentHashMap<>();

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    Callable<?>[] copy = tasks.toArray(new Callable<?>[0]);
    Stream.of(copy).forEach(Objects::requireNonNull);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    results.clear(); // BUG: lost-update
    Throwable[] failures = new Throwable[copy.length];
    Thread[] threads = new Thread[copy.length];
    for (int i = 0; i < copy.length; i++) {
      int index = i;
      threads[i] = new Thread(() -> perform(copy[index], index, failures), prefix + "-" + i);
      threads[i].setDaemon(false);
    }
    for (Thread thread : threads) {
      thread.start();
    }
    join(threads);
    throwFailures(failures);
    return takeResults(copy.length);
  }

  private void perform(Callable<?> task, int index, Throwable[] failures) {
    try {
      results.put(index, Optional.ofNullable(task.call()));
    } catch (Throwable failure) {
      failures[index] = failure;
    }
  }

  private static void join(Thread[] threads) throws InterruptedException {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException cancelled) {
          interrupted = true;
          Stream.of(threads).forEach(Thread::interrupt);
        }
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private static void throwFailures(Throwable[] failures) throws ExecutionException {
    List<Throwable> thrown = Stream.of(failures).filter(Objects::nonNull).toList();
    if (!thrown.isEmpty()) {
      ExecutionException exception = new ExecutionException(thrown.getFirst());
      thrown.stream().skip(1).forEach(exception::addSuppressed);
      throw exception;
    }
  }

  @SuppressWarnings("unchecked") // The tasks of a call return nothing but values of type T.
  private <T> List<T> takeResults(int size) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Optional<Object> result = results.getOrDefault(i, Optional.empty());
      list.add((T) result.orElse(null));
    }
    return list;
  }
}
