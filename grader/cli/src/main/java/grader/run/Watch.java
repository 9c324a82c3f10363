package grader.run;

import grader.protocol.Channel;
import grader.protocol.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The deadline outside a worker: kills its whole tree when it falls silent, when the budget is
 * spent, when the command ends, and in any case in the end. It knows nothing of what the worker
 * does.
 */
final class Watch implements AutoCloseable {

  private static final long SILENT_AFTER_NANOS = TimeUnit.SECONDS.toNanos(180);
  private static final long LOOK_EVERY_MILLIS = 50;

  // If more goes by between two looks, this process was stopped itself, and the worker with it.
  private static final long MOST_BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);
  private static final long MILLIS_TO_END = 2_000;
  private static final int OUT_OF_MEMORY = 3;
  private static final int FIRST_SIGNAL = 128;
  private static final Outcome.Died CORRUPT =
      new Outcome.Died(Outcome.Cause.CORRUPT, "what it wrote was not in the grader's form");

  /** 128 and the numbers of SIGHUP, SIGINT and SIGTERM: how a JVM ends that gets one of them. */
  private static final Set<Integer> TOLD_TO_END = Set.of(129, 130, 143);

  private final Process process;
  private final Deadline deadline;
  private final Thread killOnExit;
  private final Thread watcher;
  private final Complaints complaints;

  // Volatile: written by the listening thread, read by the watcher; and the other way round.
  private volatile boolean heard;
  private volatile boolean working;
  private volatile boolean killed;

  Watch(Process process, Deadline deadline) {
    this.process = process;
    this.deadline = deadline;
    this.killOnExit = Thread.ofPlatform().name("kill worker").unstarted(this::killTree);
    killWhenThisEnds();
    this.complaints = new Complaints(process.getErrorStream());
    this.watcher = Thread.ofPlatform().daemon().name("watch worker").start(this::watch);
  }

  private void killWhenThisEnds() {
    try {
      Runtime.getRuntime().addShutdownHook(killOnExit);
    } catch (IllegalStateException ending) {
      killTree();
      throw new WorkerFailure("interrupted before a worker could begin", ending);
    }
  }

  /** What the JVM wrote on standard error, cut to a limit; complete once the process has ended. */
  String complaint() {
    return complaints.text();
  }

  /** A sign of life, or the job: before it, silence is what we expect. */
  void heard() {
    heard = true;
    working = true;
  }

  /**
   * Waits for the process to end and says how it did; empty if by its own plan.
   *
   * @param intact whether all it sent was well formed
   */
  Optional<Outcome.Died> ending(boolean intact) {
    if (!intact && !endsByItself()) {
      killTree();
      return Optional.of(CORRUPT);
    }
    int status = awaitStatus();
    if (killed) {
      return Optional.of(new Outcome.Died(Outcome.Cause.SILENT, "ended by the grader"));
    } else if (TOLD_TO_END.contains(status)) {
      // Ctrl-C on a terminal reaches the worker as well as us.
      throw new WorkerFailure("a worker was told to end from outside (exit status " + status + ")");
    } else if (status == 0 && intact) {
      return Optional.empty();
    }
    boolean ended = status == OUT_OF_MEMORY || status > FIRST_SIGNAL;
    boolean corrupt = !ended && (!intact || status == Channel.EVENTS_ARE_CUT_OFF);
    return Optional.of(corrupt ? CORRUPT : died(status));
  }

  /**
   * A worker that dies may leave half a frame behind; one that goes on has written something else.
   */
  private boolean endsByItself() {
    try {
      return process.waitFor(MILLIS_TO_END, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Outcome.Died died(int status) {
    if (status == OUT_OF_MEMORY) {
      return new Outcome.Died(Outcome.Cause.OUT_OF_MEMORY, "the heap was full");
    }
    Outcome.Cause cause = status > FIRST_SIGNAL ? Outcome.Cause.CRASHED : Outcome.Cause.EXITED;
    return new Outcome.Died(cause, "exit status " + status);
  }

  private int awaitStatus() {
    try {
      return process.waitFor();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new WorkerFailure("interrupted while a worker was running", ended);
    }
  }

  private void watch() {
    long silence = 0;
    long lastLook = System.nanoTime();
    try {
      while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime();
        silence = heard || !working ? 0 : silence + Math.min(now - lastLook, MOST_BETWEEN_LOOKS);
        heard = false;
        lastLook = now;
        if (deadline.hasPassed() || silence > SILENT_AFTER_NANOS) {
          killed = true;
          killTree();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void killTree() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    killTree();
    watcher.interrupt();
    try {
      Runtime.getRuntime().removeShutdownHook(killOnExit);
    } catch (IllegalStateException ending) {
      // The command itself is ending: then the hook has its use.
    }
  }
}
