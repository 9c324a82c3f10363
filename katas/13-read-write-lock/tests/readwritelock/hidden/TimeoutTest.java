package readwritelock.hidden;

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
import readwritelock.ReadWriteMutex;

/** Waiting with a limit. */
@CountsFor(Gate.LIVENESS)
class TimeoutTest {

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(75);
  private static final long TOO_LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  void withoutTimeToWaitThereIsOneAttempt(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    trial.actor(
        "other",
        () -> {
          for (long timeout : List.of(0L, -1L, Long.MIN_VALUE)) {
            assertThat(mutex.tryLockRead(timeout, TimeUnit.DAYS)).isFalse();
            assertThat(mutex.tryLockWrite(timeout, TimeUnit.DAYS)).isFalse();
          }
        });
    trial.join();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.SAFETY)
  void nobodyGivesUpBeforeTheTimeIsOver(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    for (String name : List.of("reader", "writer")) {
      boolean writes = name.equals("writer");
      trial.actor(
          name,
          () -> {
            long begin = System.nanoTime();
            boolean taken = attempt(mutex, writes, SHORT_NANOS, TimeUnit.NANOSECONDS);
            assertThat(taken || System.nanoTime() - begin >= SHORT_NANOS)
                .as("true, or false when the time was up")
                .isTrue();
            if (taken) {
              Ways.unlock(mutex, writes);
            }
          });
    }
    trial.settle();
    mutex.unlockWrite();
    if (mutex.tryLockWrite(0, TimeUnit.SECONDS)) {
      mutex.unlockWrite();
    }
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.WRONG_TIMEOUT, whenStuck = Bug.LOST_WAKEUP)
  void theLongestTimeoutIsLong(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    TimeUnit[] units = TimeUnit.values();
    TimeUnit unit = units[trial.random().nextInt(units.length)];
    boolean writer = trial.random().nextBoolean();
    Ways.keepOut(mutex, writer);
    Actor<Boolean> waiter = attempt(trial, mutex, writer, Long.MAX_VALUE, unit);
    trial.settle();
    Ways.unlock(mutex, !writer);
    trial.join();
    assertThat(waiter.result()).as("got the lock in 292 years").isTrue();
  }

  @ConcurrentTest(share = 5)
  @Reveals(Bug.WRONG_TIMEOUT)
  void wakeUpsDoNotProlongTheWaitOfAReader(Trial trial) throws InterruptedException {
    wakeInVain(trial, false);
  }

  @ConcurrentTest(share = 5)
  @Reveals(Bug.WRONG_TIMEOUT)
  void wakeUpsDoNotProlongTheWaitOfAWriter(Trial trial) throws InterruptedException {
    wakeInVain(trial, true);
  }

  /** Wake-ups come until the time has long been over. */
  private static void wakeInVain(Trial trial, boolean writer) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    Actor<Long> waiter =
        trial.actor(
            "waiter",
            () -> {
              long begin = System.nanoTime();
              boolean ignored = attempt(mutex, writer, LONG_NANOS, TimeUnit.NANOSECONDS);
              return System.nanoTime() - begin;
            });
    trial.start();
    for (int i = 0; i < 4 && !waiter.hasEnded(); i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      mutex.unlockWrite();
      if (!mutex.tryLockWrite(0, TimeUnit.SECONDS)) {
        break;
      }
    }
    trial.join();
    assertThat(!trial.clockWaits() || waiter.result() < TOO_LONG_NANOS)
        .as("came back from a wait of 100 ms in time; it took %d ns", waiter.result())
        .isTrue();
  }

  private static Actor<Boolean> attempt(
      Trial trial, ReadWriteMutex mutex, boolean writes, long timeout, TimeUnit unit) {
    return trial.actor("waiter", () -> attempt(mutex, writes, timeout, unit));
  }

  private static boolean attempt(ReadWriteMutex mutex, boolean writes, long timeout, TimeUnit unit)
      throws InterruptedException {
    return writes ? mutex.tryLockWrite(timeout, unit) : mutex.tryLockRead(timeout, unit);
  }
}
