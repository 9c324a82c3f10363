package grader.stress;

import grader.protocol.Outcome;
import grader.testkit.Action;
import grader.trial.Failures;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs a trial on a thread of its own and tells whether it passed, failed, is stuck or is late.
 * Stuck is a fact, not a guess from time: see {@link Stillness}.
 */
public final class Supervisor {

  private static final long MILLIS_BEFORE_LOOKING = 100;
  private static final long MILLIS_BETWEEN_LOOKS = 20;
  private static final long NANOS_TO_END = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long NANOS_BETWEEN_LOOKS_AT_THE_END = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LATE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(60);

  // For the supervising thread only.
  private boolean clean = true;

  public Supervisor() {
    // Now it notes who is there: whoever comes later belongs to a trial.
    ThreadGroup ignored = Threads.own();
  }

  /** False once a trial that did not pass has left threads behind. */
  public boolean isClean() {
    return clean;
  }

  /** For a test without actors: one thread in a group of its own. */
  public Optional<Outcome> run(Action body) {
    return run(new Directing(0, new Noise()), body);
  }

  /**
   * Empty if the body returned. After a stuck or late trial its threads are still there,
   * interrupted.
   */
  Optional<Outcome> run(Directing trial, Action body) {
    Director director = new Director(trial.group(), body);
    director.start();
    Optional<Outcome> outcome = watch(trial, director);
    if (outcome.isPresent()) {
      trial.group().interrupt();
      clean &= endsSoon(trial.group());
    }
    return outcome;
  }

  /** Most threads end when they are interrupted; some learner's code does not let them. */
  private static boolean endsSoon(ThreadGroup group) {
    Thread[] left = new Thread[group.activeCount() + 8];
    int count = group.enumerate(left);
    // Not by join: that needs the thread's monitor, and somebody may keep it.
    long begin = System.nanoTime();
    while (Arrays.stream(left, 0, count).anyMatch(Thread::isAlive)
        && System.nanoTime() - begin < NANOS_TO_END) {
      LockSupport.parkNanos(NANOS_BETWEEN_LOOKS_AT_THE_END);
    }
    return group.activeCount() == 0;
  }

  private static Optional<Outcome> watch(Directing trial, Director director) {
    if (director.endsWithin(MILLIS_BEFORE_LOOKING)) {
      return director.outcome();
    }
    Stillness stillness = new Stillness(director, trial::isWatching);
    long begin = System.nanoTime();
    while (!director.endsWithin(MILLIS_BETWEEN_LOOKS)) {
      Optional<Outcome> outcome = stillness.look();
      if (outcome.isPresent() && !director.hasEnded()) {
        return outcome;
      }
      if (System.nanoTime() - begin > LATE_AFTER_NANOS) {
        return Optional.of(new Outcome.Late(ThreadReports.ofAll(Threads.foreign())));
      }
    }
    return director.outcome();
  }

  /** The thread that runs the test method. */
  private static final class Director extends Thread {
    private final Action body;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Throwable thrown;

    Director(ThreadGroup group, Action body) {
      super(group, "test");
      this.body = body;
      setDaemon(true);
    }

    @Override
    @SuppressWarnings("CatchThrowable") // Whatever a trial throws is its outcome.
    public void run() {
      try {
        body.run();
      } catch (Throwable failure) {
        thrown = failure;
      } finally {
        ended.countDown();
      }
    }

    boolean hasEnded() {
      return ended.getCount() == 0;
    }

    boolean endsWithin(long millis) {
      try {
        return ended.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException impossible) {
        throw new IllegalStateException("nobody interrupts the supervising thread", impossible);
      }
    }

    Optional<Outcome> outcome() {
      return Optional.ofNullable(thrown).map(Failures::describe);
    }
  }
}
