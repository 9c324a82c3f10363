package reentrantlock.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import reentrantlock.ReentrantMutex;
import reentrantlock.ReentrantMutex.Guard;

/** What one thread alone can see: a number of holds that grows and shrinks. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  @Example
  @Reveals(Bug.SHARED_STATIC_STATE)
  void twoLocksHaveNothingInCommon() {
    ReentrantMutex first = new ReentrantMutex();
    ReentrantMutex second = new ReentrantMutex();
    first.lock();
    assertThat(second.isHeldByCurrentThread()).as("the other lock is held, too").isFalse();
    assertThat(second.getHoldCount()).as("holds of the other lock").isZero();
    second.lock();
    assertThat(second.getHoldCount()).as("holds after one lock() of it").isEqualTo(1);
    first.unlock();
    assertThat(second.isHeldByCurrentThread()).as("the other lock is still held").isTrue();
  }

  @Example
  @Reveals(Bug.DEADLOCK)
  void whoHoldsItMayTakeItAgain() {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    mutex.lock();
    assertThat(mutex.getHoldCount()).as("holds after two calls of lock").isEqualTo(2);
  }

  @Example
  @Reveals(Bug.DEADLOCK)
  void whoHoldsItMayTakeItAgainInEveryWay() throws InterruptedException {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lockInterruptibly();
    mutex.lockInterruptibly();
    assertThat(mutex.tryLock()).as("the second time by tryLock").isTrue();
    assertThat(mutex.tryLock(1, TimeUnit.HOURS)).as("the second time, with a timeout").isTrue();
    mutex.acquire();
    assertThat(mutex.getHoldCount()).isEqualTo(5);
  }

  @Example
  @Reveals(Bug.OVER_RELEASE)
  void theInnerUnlockGivesBackOneHold() {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    mutex.lock();
    mutex.unlock();
    assertThat(mutex.isHeldByCurrentThread()).as("held after the inner unlock").isTrue();
    assertThat(mutex.getHoldCount()).isEqualTo(1);
    mutex.unlock();
    assertThat(mutex.isHeldByCurrentThread()).as("held after the last unlock").isFalse();
    assertThat(mutex.getHoldCount()).isZero();
  }

  @Example
  @Reveals(Bug.OVER_RELEASE)
  void whatIsNotHeldCannotBeUnlocked() {
    ReentrantMutex mutex = new ReentrantMutex();
    requireRefused(mutex::unlock);
    assertThat(mutex.getHoldCount()).as("holds after an unlock too many").isZero();
    mutex.lock();
    assertThat(mutex.getHoldCount()).as("holds after the first lock").isEqualTo(1);
    mutex.unlock();
    requireRefused(mutex::unlock);
    assertThat(mutex.isHeldByCurrentThread()).isFalse();
  }

  @Property(tries = 20)
  @Reveals(Bug.OVER_RELEASE)
  void aGuardUnlocksOnce(
      @ForAll @IntRange(min = 0, max = 2) int before,
      @ForAll @IntRange(min = 1, max = 3) int times) {
    ReentrantMutex mutex = new ReentrantMutex();
    for (int i = 0; i < before; i++) {
      mutex.lock();
    }
    Guard guard = mutex.acquire();
    assertThat(mutex.getHoldCount()).as("holds while the guard is open").isEqualTo(before + 1);
    for (int i = 0; i < times; i++) {
      guard.close();
      assertThat(mutex.getHoldCount()).as("holds after closing").isEqualTo(before);
    }
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void anExceptionInTheGuardedBlockUnlocks() {
    ReentrantMutex mutex = new ReentrantMutex();
    assertThatThrownBy(
            () -> {
              try (Guard guard = mutex.acquire()) {
                throw new IllegalStateException("from the block");
              }
            })
        .hasMessage("from the block");
    assertThat(mutex.isHeldByCurrentThread()).as("held after the exception").isFalse();
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void nobodyHoldsANewLock() {
    ReentrantMutex mutex = new ReentrantMutex();
    assertThat(mutex.isHeldByCurrentThread()).isFalse();
    assertThat(mutex.getHoldCount()).isZero();
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aTimeoutNeedsAUnit() {
    ReentrantMutex mutex = new ReentrantMutex();
    for (int holds = 0; holds < 2; holds++) {
      assertThatNullPointerException().isThrownBy(() -> mutex.tryLock(1, null));
      assertThatNullPointerException().isThrownBy(() -> mutex.tryLock(0, null));
      assertThat(mutex.getHoldCount()).isEqualTo(holds);
      mutex.lock();
    }
  }

  @Property(tries = 200)
  @Reveals(Bug.WRONG_RESULT)
  void itCountsItsHolds(@ForAll @Size(max = 20) List<Step> steps) throws InterruptedException {
    ReentrantMutex mutex = new ReentrantMutex();
    Deque<Guard> open = new ArrayDeque<>();
    int holds = 0;
    for (Step step : steps) {
      holds += step.apply(mutex, open, holds);
      assertThat(mutex.getHoldCount()).as("holds after " + step).isEqualTo(holds);
      assertThat(mutex.isHeldByCurrentThread()).as("held after " + step).isEqualTo(holds > 0);
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoComesInterruptedIsTurnedAway() {
    ReentrantMutex mutex = new ReentrantMutex();
    for (int holds = 0; holds < 2; holds++) {
      requireThrowsWhenInterrupted(mutex::lockInterruptibly);
      for (long timeout : List.of(-1L, 0L, 1L)) {
        requireThrowsWhenInterrupted(() -> mutex.tryLock(timeout, TimeUnit.HOURS));
      }
      assertThat(mutex.getHoldCount()).as("holds afterwards").isEqualTo(holds);
      mutex.lock();
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whatDoesNotThrowLeavesTheInterruptAlone() {
    ReentrantMutex mutex = new ReentrantMutex();
    Thread.currentThread().interrupt();
    try {
      mutex.lock();
      assertThat(mutex.tryLock()).isTrue();
      mutex.acquire().close();
      mutex.unlock();
      assertThat(mutex.getHoldCount()).isEqualTo(1);
      assertThat(mutex.isHeldByCurrentThread()).isTrue();
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void noTimeIsEnoughForALockThatIsFree() throws InterruptedException {
    for (long timeout : List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE)) {
      ReentrantMutex mutex = new ReentrantMutex();
      assertThat(mutex.tryLock(timeout, TimeUnit.DAYS)).as("free, timeout " + timeout).isTrue();
      assertThat(mutex.tryLock(timeout, TimeUnit.DAYS)).as("held, timeout " + timeout).isTrue();
    }
  }

  private static void requireRefused(ThrowingCallable unlock) {
    assertThatThrownBy(unlock, "an unlock by who does not hold the lock")
        .isInstanceOf(IllegalMonitorStateException.class);
  }

  private static void requireThrowsWhenInterrupted(ThrowingCallable call) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(call, "a call by an interrupted thread")
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isFalse();
    } finally {
      Thread.interrupted();
    }
  }

  /** One call on a lock, with what the model says about it. */
  enum Step {
    LOCK,
    LOCK_INTERRUPTIBLY,
    TRY,
    TRY_WITHOUT_TIME,
    TRY_WITH_TIME,
    ACQUIRE,
    CLOSE,
    UNLOCK;

    /** Does it and returns by how much the number of holds must have changed. */
    int apply(ReentrantMutex mutex, Deque<Guard> open, int holds) throws InterruptedException {
      return switch (this) {
        case CLOSE -> close(open);
        case UNLOCK -> unlock(mutex, holds, open.size());
        case LOCK, LOCK_INTERRUPTIBLY, TRY, TRY_WITHOUT_TIME, TRY_WITH_TIME, ACQUIRE -> {
          take(mutex, open);
          yield 1;
        }
      };
    }

    private void take(ReentrantMutex mutex, Deque<Guard> open) throws InterruptedException {
      switch (this) {
        case LOCK -> mutex.lock();
        case LOCK_INTERRUPTIBLY -> mutex.lockInterruptibly();
        case TRY -> assertThat(mutex.tryLock()).isTrue();
        case TRY_WITHOUT_TIME -> assertThat(mutex.tryLock(0, TimeUnit.SECONDS)).isTrue();
        case TRY_WITH_TIME -> assertThat(mutex.tryLock(1, TimeUnit.HOURS)).isTrue();
        case ACQUIRE -> open.push(mutex.acquire());
        case CLOSE, UNLOCK -> throw new IllegalStateException("takes nothing");
      }
    }

    private static int close(Deque<Guard> open) {
      if (open.isEmpty()) {
        return 0;
      }
      Guard last = open.pop();
      last.close();
      last.close();
      return -1;
    }

    /** What open guards hold is theirs to give back. */
    private static int unlock(ReentrantMutex mutex, int holds, int guarded) {
      if (holds == 0) {
        requireRefused(mutex::unlock);
        return 0;
      }
      if (holds == guarded) {
        return 0;
      }
      mutex.unlock();
      return -1;
    }
  }
}
