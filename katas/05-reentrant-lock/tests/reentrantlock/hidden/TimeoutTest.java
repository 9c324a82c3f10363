package reentrantlock.hidden;

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
import java.util.concurrent.locks.LockSupport;
import reentrantlock.ReentrantMutex;

/** Waiting with a limit, while another thread holds the lock. */
@CountsFor(Gate.LIVENESS)
class TimeoutTest {

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(75);
  private static final long TOO_LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  void withoutTimeToWaitThereIsOneAttempt(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    trial.actor(
        "other",
        () -> {
          for (long timeout : List.of(0L, -1L, Long.MIN_VALUE)) {
            assertThat(mutex.tryLock(timeout, TimeUnit.DAYS)).isFalse();
          }
        });
    trial.join();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  void evenTheShortestTimeoutEnds(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    trial.actor(
        "other",
        () -> {
          assertThat(mutex.tryLock(1, TimeUnit.NANOSECONDS)).isFalse();
          assertThat(mutex.tryLock(300, TimeUnit.MICROSECONDS)).isFalse();
        });
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.WRONG_TIMEOUT, whenStuck = Bug.LOST_WAKEUP)
  void theLongestTimeoutIsLong(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    TimeUnit[] units = TimeUnit.values();
    TimeUnit unit = units[trial.random().nextInt(units.length)];
    mutex.lock();
    Actor<Boolean> waiter = trial.actor("waiter", () -> mutex.tryLock(Long.MAX_VALUE, unit));
    trial.settle();
    mutex.unlock();
    trial.join();
    assertThat(waiter.result()).as("got the lock in 292 years").isTrue();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.SAFETY)
  void nobodyGivesUpBeforeTheTimeIsOver(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    for (String name : List.of("left", "right")) {
      trial.actor(
          name,
          () -> {
            long begin = System.nanoTime();
            boolean taken = mutex.tryLock(SHORT_NANOS, TimeUnit.NANOSECONDS);
            assertThat(taken || System.nanoTime() - begin >= SHORT_NANOS)
                .as("true, or false when the time was up")
                .isTrue();
            if (taken) {
              mutex.unlock();
            }
          });
    }
    trial.settle();
    mutex.unlock();
    if (mutex.tryLock()) {
      mutex.unlock();
    }
    trial.join();
  }

  /** Wake-ups come until the time has long been over. */
  @ConcurrentTest(share = 5)
  @Reveals(Bug.WRONG_TIMEOUT)
  void wakeUpsDoNotProlongTheWait(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Long> waiter =
        trial.actor(
            "waiter",
            () -> {
              long begin = System.nanoTime();
              boolean ignored = mutex.tryLock(LONG_NANOS, TimeUnit.NANOSECONDS);
              return System.nanoTime() - begin;
            });
    trial.start();
    for (int i = 0; i < 4 && !waiter.hasEnded(); i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      mutex.unlock();
      if (!mutex.tryLock()) {
        break;
      }
    }
    trial.join();
    assertThat(!trial.clockWaits() || waiter.result() < TOO_LONG_NANOS)
        .as("came back from a wait of 100 ms in time; it took %d ns", waiter.result())
        .isTrue();
  }
}
