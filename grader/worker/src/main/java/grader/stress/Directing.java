package grader.stress;

import grader.testkit.Actor;
import grader.testkit.Trial;
import grader.testkit.TrialBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * A trial on real threads. Its methods are called by the directing thread; the supervisor reads
 * {@link #isWatching}.
 */
final class Directing implements Trial {

  private final ThreadGroup group = new ThreadGroup("trial");
  private final List<StressActor<?>> actors = new ArrayList<>();
  private final SplittableRandom random;
  private final Noise noise;
  private StartLine startLine;
  private int started;

  // Volatile: written by the directing thread, read by the supervisor.
  private volatile boolean watching;

  Directing(long seed, Noise noise) {
    this.random = new SplittableRandom(seed);
    this.noise = noise;
    this.startLine = new StartLine(random.split());
  }

  ThreadGroup group() {
    return group;
  }

  /** Whether the directing thread only looks at a condition that others must make true. */
  boolean isWatching() {
    return watching;
  }

  /** The whole trial, on the directing thread. */
  void conduct(TrialBody body) throws Throwable {
    try {
      body.run(this);
      requireAllEnded();
    } finally {
      group.interrupt();
    }
  }

  private void requireAllEnded() {
    for (StressActor<?> actor : actors) {
      if (!actor.hasEnded()) {
        throw new IllegalStateException("the test returned before its actor " + actor.name());
      }
    }
  }

  @Override
  public <T> Actor<T> actor(String name, Callable<T> body) {
    StartLine line = startLine;
    StressActor<T> actor = new StressActor<>(group, name, line::arrive, body);
    line.expectOne();
    actors.add(actor);
    return actor;
  }

  @Override
  public void start() {
    for (; started < actors.size(); started++) {
      actors.get(started).thread().start();
    }
    startLine.open();
    startLine = new StartLine(random.split());
  }

  @Override
  public void settle() {
    start();
    new Settling(group, noise).await();
  }

  @Override
  public void awaitSleep(Actor<?> actor) {
    settle();
    FallingAsleep sleep = new FallingAsleep(actor);
    eventually(actor.name() + " sleeps", sleep::isDeep);
  }

  @Override
  public void join(Actor<?>... some) {
    start();
    List<StressActor<?>> awaited = some.length == 0 ? actors : chosen(some);
    for (StressActor<?> actor : awaited) {
      await(actor);
    }
    throwFirst(awaited);
  }

  private static void await(StressActor<?> actor) {
    try {
      actor.awaitEnd();
    } catch (InterruptedException abandoned) {
      throw new IllegalStateException("the trial was abandoned", abandoned);
    }
  }

  private List<StressActor<?>> chosen(Actor<?>... some) {
    return actors.stream()
        .<StressActor<?>>map(one -> one)
        .filter(Arrays.asList(some)::contains)
        .toList();
  }

  private static void throwFirst(List<StressActor<?>> ended) {
    List<Throwable> failures = ended.stream().flatMap(actor -> actor.failure().stream()).toList();
    if (failures.isEmpty()) {
      return;
    }
    Throwable first = failures.getFirst();
    failures.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
    throw Directing.<RuntimeException>unchecked(first);
  }

  /** An actor's failure is the trial's failure, as it is: wrapped, it would be harder to read. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
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

  @Override
  public RandomGenerator random() {
    return random;
  }
}
