package semaphore.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import semaphore.CountingSemaphore;

/** Waiting with a limit, while others come and go. */
@CountsFor(Gate.LIVENESS)
class TimeoutTest {

  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void aWakeUpThatIsNotEnoughIsNoReasonToGiveUp(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    Actor<Boolean> waiter = trial.actor("waiter", () -> semaphore.tryAcquire(2, 1, TimeUnit.HOURS));
    trial.settle();
    semaphore.release();
    trial.settle();
    semaphore.release();
    trial.join();
    assertThat(waiter.result()).as("permits acquired within the hour").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void whoIsOvertakenGoesOnWaiting(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Boolean> waiter = trial.actor("waiter", () -> semaphore.tryAcquire(1, 1, TimeUnit.HOURS));
    trial.settle();
    trial.actor(
        "other",
        () -> {
          semaphore.release();
          if (semaphore.tryAcquire(1)) {
            semaphore.release();
          }
        });
    trial.join();
    assertThat(waiter.result()).as("permit acquired within the hour").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void theLongestTimeoutIsLong(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Boolean> waiter =
        trial.actor("waiter", () -> semaphore.tryAcquire(1, Long.MAX_VALUE, TimeUnit.DAYS));
    trial.settle();
    semaphore.release();
    trial.join();
    assertThat(waiter.result()).as("permit acquired in 292 years").isTrue();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  void inTrafficNobodyGivesUpBeforeTheTimeIsOver(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    long nanos = 1_500_000 + trial.random().nextInt(1_000_000);
    Actor<Long> waiter =
        trial.actor(
            "waiter",
            () -> {
              long begin = System.nanoTime();
              assertThat(semaphore.tryAcquire(2, nanos, TimeUnit.NANOSECONDS)).isFalse();
              return System.nanoTime() - begin;
            });
    trial.actor(
        "traffic",
        () -> {
          for (int i = 0; i < 10; i++) {
            semaphore.release();
            semaphore.acquire();
          }
        });
    trial.join();
    assertThat(waiter.result()).as("nanoseconds waited").isGreaterThanOrEqualTo(nanos);
    assertThat(semaphore.availablePermits()).isZero();
  }

  /** Releases that wake the waiting thread come until its time has long been over. */
  @ConcurrentTest(share = 5)
  @Reveals(Bug.WRONG_TIMEOUT)
  void inTrafficTheTimeRunsOutAllTheSame(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    long nanos = TimeUnit.MILLISECONDS.toNanos(100);
    Actor<Long> waiter =
        trial.actor(
            "waiter",
            () -> {
              long begin = System.nanoTime();
              assertThat(semaphore.tryAcquire(2, nanos, TimeUnit.NANOSECONDS)).isFalse();
              return System.nanoTime() - begin;
            });
    trial.actor(
        "traffic",
        () -> {
          for (int i = 0; i < 4 && !waiter.hasEnded(); i++) {
            LockSupport.parkNanos(nanos * 3 / 4);
            semaphore.release();
            assertThat(semaphore.tryAcquire(1)).as("got back what it released").isTrue();
          }
        });
    trial.join();
    assertThat(waiter.result()).as("nanoseconds waited").isGreaterThanOrEqualTo(nanos);
    assertThat(!trial.clockWaits() || waiter.result() < nanos * 5 / 2)
        .as("gave up in time; it took %d ns instead of %d", waiter.result(), nanos)
        .isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOCK_NOT_RELEASED)
  void anInterruptedTimedWaitLeavesNothingLocked(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Boolean> waiter =
        trial
            .actor("waiter", () -> semaphore.tryAcquire(1, 1, TimeUnit.HOURS))
            .mayThrow(InterruptedException.class);
    trial.settle();
    waiter.interrupt();
    trial.join(waiter);

    Actor<Integer> other = trial.actor("other", semaphore::availablePermits);
    trial.join();

    assertThat(other.result()).as("free").isZero();
  }
}
