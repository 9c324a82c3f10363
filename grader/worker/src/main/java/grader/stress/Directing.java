package grader.stress;

import grader.testkit.Actor;
import grader.testkit.TrialBody;
import grader.trial.ThreadedTrial;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A trial on real threads. Its methods are called by the directing thread; the supervisor reads
 * {@link #isWatching}.
 */
final class Directing extends ThreadedTrial {

  private final SplittableRandom order;
  private final Noise noise;
  private final AtomicInteger moments = new AtomicInteger();
  private StartLine startLine;

  // Volatile: written by the directing thread, read by the supervisor.
  private volatile boolean watching;

  Directing(long seed, Noise noise) {
    super(seed, Objects.requireNonNull(Thread.currentThread().getThreadGroup()));
    this.order = new SplittableRandom(Noise.mix(seed));
    this.noise = noise;
    this.startLine = new StartLine(order.split());
  }

  /** Whether the directing thread only looks at a condition that others must make true. */
  boolean isWatching() {
    return watching;
  }

  /** The whole trial; whoever is left behind is told to end. */
  void conductAndEnd(TrialBody body) throws Throwable {
    try {
      conduct(body);
    } finally {
      group().interrupt();
    }
  }

  @Override
  protected Runnable beforeBody() {
    StartLine line = startLine;
    line.expectOne();
    return line::arrive;
  }

  @Override
  public int moment() {
    return moments.incrementAndGet();
  }

  @Override
  public void start() {
    super.start();
    startLine.open();
    startLine = new StartLine(order.split());
  }

  @Override
  public boolean clockWaits() {
    return false;
  }

  @Override
  public void settle() {
    start();
    new Settling(group(), noise).await();
  }

  @Override
  public void awaitSleep(Actor<?> actor) {
    settle();
    FallingAsleep sleep = new FallingAsleep(actor);
    eventually(actor.name() + " sleeps", sleep::isDeep);
  }

  @Override
  public void eventually(String what, BooleanSupplier condition) {
    start();
    watching = true;
    try {
      Backoff backoff = new Backoff();
      while (!condition.getAsBoolean()) {
        backoff.pause();
      }
    } finally {
      watching = false;
    }
  }
}
