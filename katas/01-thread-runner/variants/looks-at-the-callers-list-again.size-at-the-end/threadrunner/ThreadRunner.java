package threadrunner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Numbers the tasks at the beginning, and goes through the list once more to put the answers in its
 * order. This author believed that a list is the same before and after.
 */
public final class ThreadRunner {

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    Map<Integer, Answer<T>> answers = new HashMap<>();
    for (Callable<? extends T> task : tasks) {
      answers.put(answers.size(), new Answer<>(prefix + "-" + answers.size(), task));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<Thread> threads = answers.values().stream().map(answer -> answer.thread).toList();
    threads.forEach(Thread::start);
    join(threads);
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) { // BUG: check-then-act
      answers.get(i).addTo(results, failures);
    }
    if (failures.isEmpty()) {
      return results;
    }
    ExecutionException exception = new ExecutionException(failures.getFirst());
    failures.stream().skip(1).forEach(exception::addSuppressed);
    throw exception;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
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

  private static final class Answer<T> {

    private final Callable<? extends T> task;
    private final Thread thread;
    private T result;
    private Throwable failure;

    Answer(String name, Callable<? extends T> task) {
      this.task = Objects.requireNonNull(task);
      this.thread = new Thread(this::find, name);
      this.thread.setDaemon(false);
    }

    private void find() {
      try {
        result = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }

    void addTo(List<? super T> results, List<Throwable> failures) {
      results.add(result);
      if (failure != null) {
        failures.add(failure);
      }
    }
  }
}
