package stoppableworker.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import stoppableworker.PeriodicWorker;
import stoppableworker.PeriodicWorker.State;

/** What became of the worker can be seen from outside, as soon as it is true and not before. */
@CountsFor(Gate.SAFETY)
class StateTest {

  @ConcurrentTest
  @Reveals(Bug.LOST_EXCEPTION)
  void aFailureIsKept(Trial trial) {
    Throwable failure = failure(trial.random().nextInt(4));
    Steps steps =
        new Steps(number -> {
          throw failure;
        });
    PeriodicWorker worker = steps.startedWorker(0);
    steps.awaitBegun(trial, 1);
    steps.awaitEnd(trial);
    assertThat(worker.state()).as("state after a step threw").isEqualTo(State.FAILED);
    assertThat(worker.failure().orElse(null)).as("what the step threw").isSameAs(failure);
    assertThat(steps.begun()).as("steps, of which the first failed").isEqualTo(1);
    assertThat(steps.uncaught()).as("exceptions that nobody caught").isZero();
  }

  private static Throwable failure(int kind) {
    return switch (kind) {
      case 0 -> new IllegalStateException("from the step");
      case 1 -> new AssertionError("from the step");
      case 2 -> new StackOverflowError("from the step");
      default -> new Exception("from the step");
    };
  }

  @ConcurrentTest
  @Reveals(Bug.TORN_STATE)
  void whoSeesThatItFailedSeesWhy(Trial trial) {
    PeriodicWorker worker =
        new PeriodicWorker(
            "worker",
            true,
            0,
            () -> {
              throw new IllegalStateException("from the step");
            });
    worker.start();
    Actor<Boolean> reader =
        trial.actor(
            "reader",
            () -> {
              State state = worker.state();
              Optional<Throwable> failure = worker.failure();
              return state != State.FAILED || failure.isPresent();
            });
    trial.join();
    trial.eventually("the worker has failed", () -> worker.state() == State.FAILED);
    assertThat(reader.result()).as("a worker that failed says why").isTrue();
    worker.close();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_EXCEPTION)
  void aStopAfterAFailureChangesNothing(Trial trial) {
    Steps steps =
        new Steps(number -> {
          throw new IllegalStateException("from the step");
        });
    PeriodicWorker worker = steps.startedWorker(0);
    steps.awaitBegun(trial, 1);
    steps.awaitEnd(trial);
    worker.requestStop();
    worker.close();
    assertThat(worker.state()).as("state after a late stop").isEqualTo(State.FAILED);
    assertThat(worker.failure()).isPresent();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_EXCEPTION)
  void aStepThatFailsWhenItIsStoppedHasFailed(Trial trial) {
    Steps steps =
        new Steps(number -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException told) {
            throw new IllegalStateException(told);
          }
        });
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    worker.requestStop();
    steps.end(trial);
    assertThat(worker.state()).as("state after a step threw").isEqualTo(State.FAILED);
    assertThat(worker.failure()).isPresent();
  }

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  void itRunsUntilTheLastStepHasEnded(Trial trial) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Steps steps = new Steps(number -> Steps.awaitOpened(end));
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    worker.requestStop();
    trial.settle();
    assertThat(worker.state()).as("state while the last step runs").isEqualTo(State.RUNNING);
    assertThat(worker.awaitStopped(0, TimeUnit.SECONDS)).as("has stopped").isFalse();
    end.countDown();
    steps.awaitEnd(trial);
    assertThat(worker.state()).as("state after the last step").isEqualTo(State.STOPPED);
  }

  /** The reader does nothing but look: no lock and no waiting comes to its help. */
  @ConcurrentTest
  @Reveals(Bug.STALE_READ)
  void whoOnlyLooksSeesTheEndAndWhatTheStepsDid(Trial trial) {
    int[] plain = new int[1];
    PeriodicWorker worker =
        new PeriodicWorker(
            "worker",
            true,
            0,
            () -> {
              plain[0] = 1;
              Thread.currentThread().interrupt();
            });
    Actor<Boolean> reader =
        trial.actor(
            "reader",
            () -> {
              boolean sound = true;
              for (int i = 0; i < 3; i++) {
                sound &= worker.failure().isEmpty();
                sound &= worker.state() != State.STOPPED || plain[0] == 1;
              }
              return sound;
            });
    trial.actor("starter", worker::start);
    trial.join();
    worker.close();
    assertThat(reader.result()).as("saw what the step did").isTrue();
  }
}
