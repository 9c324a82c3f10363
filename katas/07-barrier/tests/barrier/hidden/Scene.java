package barrier.hidden;

import barrier.ReusableBarrier;
import grader.testkit.Actor;
import grader.testkit.Trial;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A barrier, and threads that come to it. Used by the directing thread. */
final class Scene {

  final ReusableBarrier barrier;

  private final Trial trial;

  Scene(Trial trial, ReusableBarrier barrier) {
    this.trial = trial;
    this.barrier = barrier;
  }

  Scene(Trial trial, int parties) {
    this(trial, new ReusableBarrier(parties));
  }

  /** A thread that arrives once. */
  Actor<Integer> comer(String name) {
    return mayLeave(trial.actor(name, () -> barrier.await()));
  }

  /** A thread that arrives once and waits for an hour at most. */
  Actor<Integer> patientComer(String name) {
    return comer(name, TimeUnit.HOURS.toNanos(1));
  }

  /** A thread that arrives once and waits for so long at most. */
  Actor<Integer> comer(String name, long nanos) {
    return mayLeave(trial.actor(name, () -> barrier.await(nanos, TimeUnit.NANOSECONDS)));
  }

  /** A thread that arrives once, with or without a limit of an hour. */
  Actor<Integer> anyComer(String name) {
    return trial.random().nextBoolean() ? comer(name) : patientComer(name);
  }

  /** Waits until so many wait at the barrier. */
  void awaitWaiting(int count) {
    trial.eventually(count + " wait", () -> barrier.getNumberWaiting() == count);
  }

  private static Actor<Integer> mayLeave(Actor<Integer> comer) {
    return comer
        .mayThrow(InterruptedException.class)
        .mayThrow(BrokenBarrierException.class)
        .mayThrow(TimeoutException.class);
  }
}
