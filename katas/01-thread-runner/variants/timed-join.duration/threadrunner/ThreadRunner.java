package threadrunner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Waits two seconds for each thread and does not ask whether that was enough. This author believed
 * that what takes so long will never end anyway.
 */
public final class ThreadRunner {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String prefix;

  public ThreadRunner(String prefix) {
    this.prefix = Objects.requireNonNull(prefix);
  }

  public <T> List<T> runAll(List<? extends Callable<? extends T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Assignment<T>> assignments = new ArrayList<>();
    for (Callable<? extends T> task : List.copyOf(tasks)) {
      assignments.add(new Assignment<>(task, prefix + "-" + assignments.size()));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    assignments.forEach(assignment -> assignment.thread.start());
    List<Thread> threads = assignments.stream().map(assignment -> assignment.thread).toList();
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= interruptedWhileWaitingFor(thread, threads);
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    return outcome(assignments);
  }

  private static boolean interruptedWhileWaitingFor(Thread thread, List<Thread> all) {
    boolean interrupted = false;
    boolean waited = false;
    while (!waited) {
      try {
        thread.join(PATIENCE); // BUG: sleep-as-synchronisation
        waited = true;
      } catch (InterruptedException cancelled) {
        interrupted = true;
        all.forEach(Thread::interrupt);
      }
    }
    return interrupted;
  }

  private static <T> List<T> outcome(List<Assignment<T>> assignments) throws ExecutionException {
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Assignment<T> assignment : assignments) {
      results.add(assignment.result);
      if (assignment.failure != null) {
        failures.add(assignment.failure);
      }
    }
    if (!failures.isEmpty()) {
      ExecutionException exception = new ExecutionException(failures.getFirst());
      failures.stream().skip(1).forEach(exception::addSuppressed);
      throw exception;
    }
    return results;
  }

  /** A task with its thread, and later with what came of it. */
  private static final class Assignment<T> {

    private final Callable<? extends T> task;
    private final Thread thread;
    private T result;
    private Throwable failure;

    Assignment(Callable<? extends T> task, String threadName) {
      this.task = task;
      this.thread = Thread.ofPlatform().name(threadName).daemon(false).unstarted(this::perform);
    }

    private void perform() {
      try {
        result = task.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }
}
