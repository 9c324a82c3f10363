package threadrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Goes round until no thread is alive. This author believed that to wait for something means to ask
 * for it until the answer is yes.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<FutureTask<T>> futures = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      futures.add(new FutureTask<>(task::call));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<Thread> crew = begin(futures);
    boolean cancelled = false;
    while (crew.stream().anyMatch(Thread::isAlive)) { // BUG: busy-wait
      if (Thread.interrupted()) {
        cancelled = true;
        crew.forEach(Thread::interrupt);
      }
      Thread.onSpinWait();
    }
    if (cancelled) {
      throw new InterruptedException();
    }
    return answer(futures);
  }

  private List<Thread> begin(List<? extends Runnable> futures) {
    Thread.Builder builder = Thread.ofPlatform().daemon(false).name(prefix + "-", 0);
    return futures.stream().map(builder::start).toList();
  }

  private static <T> List<T> answer(List<FutureTask<T>> futures) throws ExecutionException {
    List<T> values = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (FutureTask<T> future : futures) {
      switch (future.state()) {
        case SUCCESS -> values.add(future.resultNow());
        case FAILED -> failures.add(future.exceptionNow());
        case RUNNING, CANCELLED -> throw new IllegalStateException("not done: " + future);
      }
    }
    if (failures.isEmpty()) {
      return values;
    }
    ExecutionException failure = new ExecutionException(failures.removeFirst());
    failures.forEach(failure::addSuppressed);
    throw failure;
  }
}
