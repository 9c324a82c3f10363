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
import java.util.concurrent.TimeUnit;
import stoppableworker.PeriodicWorker;

/** Waiting for the end of a worker. */
@CountsFor(Gate.LIVENESS)
class AwaitTest {

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.SAFETY)
  void itDoesNotStopBecauseSomebodyWaits(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    trial.actor(
        "waiter",
        () -> {
          for (long nanos : List.of(Long.MIN_VALUE, 0L, 1L, 300_000L, SHORT_NANOS)) {
            long begin = System.nanoTime();
            assertThat(worker.awaitStopped(nanos, TimeUnit.NANOSECONDS))
                .as("has stopped")
                .isFalse();
            assertThat(System.nanoTime() - begin)
                .as("nanoseconds waited")
                .isGreaterThanOrEqualTo(nanos);
          }
        });
    trial.join();
    steps.end(trial);
  }

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  @CountsFor(Gate.SAFETY)
  void whoIsToldOfTheEndFindsNoThread(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    Actor<Boolean> waiter =
        trial.actor("waiter", () -> !worker.awaitStopped(1, TimeUnit.HOURS) || !steps.areAlive());
    trial.actor("stopper", worker::requestStop);
    trial.join();
    assertThat(waiter.result()).as("the thread has ended").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void everybodyWhoWaitsIsTold(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    Actor<Long> left = trial.actor("left", () -> nanosUntilTold(worker));
    Actor<Long> right = trial.actor("right", () -> nanosUntilTold(worker));
    trial.settle();
    worker.requestStop();
    trial.join();
    assertThat(!trial.clockWaits() || Math.max(left.result(), right.result()) < SECOND_NANOS)
        .as("both were told at once; it took %d and %d ns", left.result(), right.result())
        .isTrue();
  }

  /** Even a worker that is not started yet may be waited for. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void whoWaitsForANewWorkerIsTold(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.worker(Steps.HOUR_MILLIS);
    Actor<Long> waiter = trial.actor("waiter", () -> nanosUntilTold(worker));
    trial.settle();
    assertThat(waiter.hasEnded()).as("the wait for a new worker has ended").isFalse();
    if (trial.random().nextBoolean()) {
      worker.start();
    }
    worker.requestStop();
    trial.join();
    assertThat(!trial.clockWaits() || waiter.result() < SECOND_NANOS)
        .as("was told at once; it took %d ns", waiter.result())
        .isTrue();
  }

  private static long nanosUntilTold(PeriodicWorker worker) throws InterruptedException {
    long begin = System.nanoTime();
    assertThat(worker.awaitStopped(Long.MAX_VALUE, TimeUnit.DAYS)).as("has stopped").isTrue();
    return System.nanoTime() - begin;
  }

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  void anInterruptEndsTheWaitByAnException(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    Actor<Boolean> waiter =
        trial.actor(
            "waiter",
            () -> {
              try {
                worker.awaitStopped(Long.MAX_VALUE, TimeUnit.DAYS);
              } catch (InterruptedException told) {
                return !Thread.currentThread().isInterrupted();
              }
              return false;
            });
    trial.settle();
    waiter.interrupt();
    trial.join(waiter);
    assertThat(waiter.result()).as("threw, and the interrupt status is cleared").isTrue();
    assertThat(steps.areAlive()).as("the worker lives on").isTrue();
    steps.end(trial);
  }
}
