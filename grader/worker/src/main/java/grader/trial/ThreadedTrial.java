package grader.trial;

import grader.testkit.Actor;
import grader.testkit.Trial;
import grader.testkit.TrialBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/** A trial whose actors are threads. How they are started and watched is the engine's. */
public abstract class ThreadedTrial implements Trial {

  private final ThreadGroup group;
  private final List<ThreadActor<?>> actors = new ArrayList<>();
  private final SplittableRandom random;
  private int started;
  private boolean drew;

  /**
   * Its random choices are a function of this seed.
   *
   * @param parent of its group of threads
   */
  protected ThreadedTrial(long seed, ThreadGroup parent) {
    this.group = new ThreadGroup(parent, "trial");
    this.random = new SplittableRandom(seed);
  }

  /** The group of all actors. */
  public final ThreadGroup group() {
    return group;
  }

  /** Whether the test has asked for random choices. */
  public final boolean drew() {
    return drew;
  }

  /** The whole trial, on the directing thread. */
  public final void conduct(TrialBody body) throws Throwable {
    body.run(this);
    for (ThreadActor<?> actor : actors) {
      if (!actor.hasEnded()) {
        throw new IllegalStateException("the test returned before its actor " + actor.name());
      }
    }
  }

  /** What an actor does before its body, on its own thread. */
  protected abstract Runnable beforeBody();

  @Override
  public final <T> Actor<T> actor(String name, Callable<T> body) {
    ThreadActor<T> actor = new ThreadActor<>(group, name, beforeBody(), body);
    actors.add(actor);
    return actor;
  }

  @Override
  public void start() {
    for (; started < actors.size(); started++) {
      actors.get(started).thread().start();
    }
  }

  @Override
  public final void join(Actor<?>... some) {
    start();
    List<ThreadActor<?>> awaited = some.length == 0 ? actors : chosen(some);
    for (ThreadActor<?> actor : awaited) {
      await(actor);
    }
    throwFirst(awaited);
  }

  private static void await(ThreadActor<?> actor) {
    try {
      actor.awaitEnd();
    } catch (InterruptedException abandoned) {
      throw new IllegalStateException("the trial was abandoned", abandoned);
    }
  }

  private List<ThreadActor<?>> chosen(Actor<?>... some) {
    return actors.stream()
        .<ThreadActor<?>>map(one -> one)
        .filter(Arrays.asList(some)::contains)
        .toList();
  }

  private static void throwFirst(List<ThreadActor<?>> ended) {
    List<Throwable> failures = ended.stream().flatMap(actor -> actor.failure().stream()).toList();
    if (failures.isEmpty()) {
      return;
    }
    Throwable first = failures.getFirst();
    failures.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
    throw ThreadedTrial.<RuntimeException>unchecked(first);
  }

  /** An actor's failure is the trial's failure, as it is: wrapped, it would be harder to read. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }

  @Override
  public final RandomGenerator random() {
    drew = true;
    return random;
  }
}
