package stoppableworker.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import stoppableworker.PeriodicWorker;
import stoppableworker.PeriodicWorker.State;

/** Whoever asks for the end gets it, whatever the worker is doing. */
@CountsFor(Gate.LIVENESS)
class StopTest {

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  @ConcurrentTest
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  void nobodyWaitsForARunningStep(Trial trial) {
    CountDownLatch end = new CountDownLatch(1);
    Steps steps = new Steps(number -> Steps.awaitOpened(end));
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    Actor<Boolean> other =
        trial.actor(
            "other",
            () -> {
              worker.requestStop();
              return worker.failure().isPresent() || worker.state() == State.NEW;
            });
    trial.join(other);
    assertThat(other.result()).as("failed, or still new, while a step runs").isFalse();
    end.countDown();
    steps.end(trial);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void noStepBeginsAfterAStopInThePause(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    trial.settle();
    worker.requestStop();
    trial.settle();
    assertThat(steps.begun()).as("steps, of which the first has ended").isEqualTo(1);
    steps.end(trial);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void aStopEndsAPause(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    trial.settle();
    long begin = System.nanoTime();
    worker.requestStop();
    steps.awaitEnd(trial);
    long waited = System.nanoTime() - begin;
    assertThat(!trial.clockWaits() || waited < SECOND_NANOS)
        .as("the pause of an hour ended at once; it took %d ns", waited)
        .isTrue();
    assertThat(worker.state()).isEqualTo(State.STOPPED);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void aStepThatSwallowsTheInterruptIsTheLastOne(Trial trial) {
    AtomicBoolean swallowed = new AtomicBoolean();
    Steps steps =
        new Steps(number -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException told) {
            swallowed.set(true);
          }
        });
    PeriodicWorker worker = steps.startedWorker(0);
    steps.awaitBegun(trial, 1);
    trial.settle();
    worker.requestStop();
    trial.settle();
    if (swallowed.get()) {
      assertThat(steps.begun()).as("steps, of which the first swallowed the stop").isEqualTo(1);
    }
    steps.end(trial);
  }

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  void aStopInterruptsARunningStep(Trial trial) {
    Steps steps = Steps.untilStep(1);
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    trial.settle();
    worker.requestStop();
    steps.awaitEnd(trial);
    assertThat(worker.state()).isEqualTo(State.STOPPED);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void anInterruptFromAnybodyInThePauseIsAStop(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    trial.settle();
    steps.threads().forEach(Thread::interrupt);
    awaitEndOrAnotherStep(trial, steps);
    assertThat(steps.begun()).as("steps, of which the first has ended").isEqualTo(1);
    assertThat(worker.state()).isEqualTo(State.STOPPED);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void aStepThatEndsInterruptedIsTheLastOne(Trial trial) {
    long pause = trial.random().nextBoolean() ? 0 : Steps.HOUR_MILLIS;
    Steps steps = new Steps(number -> Thread.currentThread().interrupt());
    PeriodicWorker worker = steps.startedWorker(pause);
    steps.awaitBegun(trial, 1);
    awaitEndOrAnotherStep(trial, steps);
    assertThat(steps.begun()).as("steps, of which the first ended interrupted").isEqualTo(1);
    assertThat(worker.state()).isEqualTo(State.STOPPED);
  }

  private static void awaitEndOrAnotherStep(Trial trial, Steps steps) {
    trial.eventually(
        "the worker has ended, or goes on", () -> !steps.areAlive() || steps.begun() > 1);
  }

  /** A step that is just beginning when the stop comes counts as running: it is interrupted. */
  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  @CountsFor(Gate.SAFETY)
  void afterAStopOnlyAnInterruptedStepBegins(Trial trial) {
    AtomicBoolean asked = new AtomicBoolean();
    AtomicInteger late = new AtomicInteger();
    AtomicInteger uninterrupted = new AtomicInteger();
    Steps steps =
        new Steps(number -> {
          if (asked.get()) {
            late.incrementAndGet();
            uninterrupted.addAndGet(Thread.currentThread().isInterrupted() ? 0 : 1);
          }
          if (number == 3) {
            Steps.awaitInterrupt();
          }
        });
    PeriodicWorker worker = steps.worker(trial.random().nextInt(2));
    trial.actor("starter", worker::start).mayThrow(IllegalStateException.class);
    Actor<Void> stopper =
        trial.actor(
            "stopper",
            () -> {
              worker.requestStop();
              asked.set(true);
            });
    trial.join(stopper);
    trial.join();
    worker.close();
    assertThat(late.get()).as("steps that began after the stop").isLessThanOrEqualTo(1);
    assertThat(uninterrupted.get()).as("of those, not interrupted").isZero();
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void whoeverComesFirstTheWorkerEnds(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.worker(Steps.HOUR_MILLIS);
    trial.actor("starter", worker::start).mayThrow(IllegalStateException.class);
    trial.actor("stopper", worker::requestStop);
    trial.actor("closer", worker::close);
    trial.join();
    trial.eventually("the worker has stopped", () -> worker.state() == State.STOPPED);
    steps.awaitEnd(trial);
    assertThat(steps.begun()).as("steps").isLessThanOrEqualTo(1);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.CHECK_THEN_ACT)
  @CountsFor(Gate.SAFETY)
  void stepsAreDoneOneAfterTheOther(Trial trial) {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Steps steps =
        new Steps(number -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          inside.decrementAndGet();
          if (number == 3) {
            Steps.awaitInterrupt();
          }
        });
    PeriodicWorker worker = steps.startedWorker(0);
    steps.awaitBegun(trial, 3);
    worker.requestStop();
    steps.end(trial);
    assertThat(most.get()).as("steps at the same time").isEqualTo(1);
    assertThat(steps.threads()).as("threads that did the steps").hasSize(1);
    assertThat(List.of(State.STOPPED, State.FAILED)).contains(worker.state());
  }
}
