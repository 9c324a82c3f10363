package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import readwritelock.ReadWriteMutex;

/** What one thread alone can see: how many read, and whether somebody writes. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  @Example
  @Reveals(Bug.SHARED_STATIC_STATE)
  void twoLocksHaveNothingInCommon() throws InterruptedException {
    ReadWriteMutex first = new ReadWriteMutex();
    ReadWriteMutex second = new ReadWriteMutex();
    first.lockRead();
    assertThat(second.readers()).as("readers of the other lock").isZero();
    assertThat(second.tryLockWrite(0, TimeUnit.SECONDS)).as("the other lock is free").isTrue();
    assertThat(first.isWriteLocked()).as("the first lock is locked for writing").isFalse();
    assertThat(first.readers()).isEqualTo(1);
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void nobodyHoldsANewLock() {
    ReadWriteMutex mutex = new ReadWriteMutex();
    assertThat(mutex.readers()).isZero();
    assertThat(mutex.isWriteLocked()).isFalse();
  }

  @Example
  @Reveals(Bug.NO_PARALLELISM)
  @CountsFor(Gate.LIVENESS)
  void whereOneReadsAnotherMayReadToo() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    assertThat(mutex.tryLockRead(0, TimeUnit.SECONDS)).as("a second read lock").isTrue();
    assertThat(mutex.readers()).isEqualTo(2);
  }

  @Example
  @Reveals(Bug.OVER_RELEASE)
  void whatNobodyReadsCannotBeUnlocked() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    requireRefused(mutex::unlockRead);
    assertThat(mutex.readers()).as("readers after an unlock too many").isZero();
    mutex.lockWrite();
    requireRefused(mutex::unlockRead);
    assertThat(mutex.isWriteLocked()).as("still locked for writing").isTrue();
    assertThat(mutex.readers()).as("readers after an unlock too many").isZero();
  }

  @Example
  @Reveals(Bug.OVER_RELEASE)
  void whoDoesNotWriteCannotUnlockOrDowngrade() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    for (int readers = 0; readers < 2; readers++) {
      requireRefused(mutex::unlockWrite);
      requireRefused(mutex::downgrade);
      assertThat(mutex.readers()).isEqualTo(readers);
      assertThat(mutex.isWriteLocked()).isFalse();
      mutex.lockRead();
    }
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void whoeverWritesDoesSoAlone() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    assertThat(mutex.tryLockRead(0, TimeUnit.SECONDS)).as("a reader beside the writer").isFalse();
    assertThat(mutex.tryLockWrite(0, TimeUnit.SECONDS)).as("a second writer").isFalse();
    ReadWriteMutex other = new ReadWriteMutex();
    other.lockRead();
    assertThat(other.tryLockWrite(0, TimeUnit.SECONDS)).as("a writer beside a reader").isFalse();
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aDowngradeLeavesOneReader() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    mutex.downgrade();
    assertThat(mutex.readers()).as("readers after the downgrade").isEqualTo(1);
    assertThat(mutex.isWriteLocked()).as("locked for writing after the downgrade").isFalse();
    requireRefused(mutex::unlockWrite);
    mutex.unlockRead();
    assertThat(mutex.readers()).isZero();
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void evenTheShortestTimeoutEnds() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    for (TimeUnit unit : List.of(TimeUnit.NANOSECONDS, TimeUnit.MICROSECONDS)) {
      assertThat(mutex.tryLockRead(300, unit)).isFalse();
      assertThat(mutex.tryLockWrite(300, unit)).isFalse();
    }
  }

  @Example
  @Reveals(Bug.LOST_PERMIT)
  void anAttemptThatFailedLeavesNothingBehind() throws InterruptedException {
    for (long nanos : List.of(0L, 1_000_000L)) {
      ReadWriteMutex mutex = new ReadWriteMutex();
      mutex.lockRead();
      assertThat(mutex.tryLockWrite(nanos, TimeUnit.NANOSECONDS)).isFalse();
      assertThat(mutex.tryLockRead(0, TimeUnit.SECONDS))
          .as("a reader may come in when the writer has given up")
          .isTrue();
    }
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aTimeoutNeedsAUnit() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    for (long timeout : List.of(0L, 1L)) {
      assertThatNullPointerException().isThrownBy(() -> mutex.tryLockRead(timeout, null));
      assertThatNullPointerException().isThrownBy(() -> mutex.tryLockWrite(timeout, null));
    }
    assertThat(mutex.readers()).isZero();
    assertThat(mutex.tryLockWrite(0, TimeUnit.SECONDS)).as("the lock is still free").isTrue();
    assertThatNullPointerException().isThrownBy(() -> mutex.tryLockRead(1, null));
  }

  @Property(tries = 200)
  @Reveals(Bug.WRONG_RESULT)
  void itKnowsWhoIsInside(@ForAll @Size(max = 20) List<Step> steps) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    Held held = new Held(0, false);
    for (Step step : steps) {
      held = step.apply(mutex, held);
      assertThat(mutex.readers()).as("readers after " + step).isEqualTo(held.readers());
      assertThat(mutex.isWriteLocked())
          .as("locked for writing after " + step)
          .isEqualTo(held.written());
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoComesInterruptedIsTurnedAway() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    for (int readers = 0; readers < 2; readers++) {
      requireThrowsWhenInterrupted(mutex::lockRead);
      requireThrowsWhenInterrupted(mutex::lockWrite);
      for (long timeout : List.of(-1L, 0L, 1L)) {
        requireThrowsWhenInterrupted(() -> mutex.tryLockRead(timeout, TimeUnit.HOURS));
        requireThrowsWhenInterrupted(() -> mutex.tryLockWrite(timeout, TimeUnit.HOURS));
      }
      assertThat(mutex.readers()).as("readers afterwards").isEqualTo(readers);
      assertThat(mutex.isWriteLocked()).as("locked for writing afterwards").isFalse();
      assertThat(mutex.tryLockRead(0, TimeUnit.SECONDS)).as("a reader may come in").isTrue();
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whatDoesNotThrowLeavesTheInterruptAlone() throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    Thread.currentThread().interrupt();
    try {
      mutex.downgrade();
      assertThat(mutex.readers()).isEqualTo(1);
      assertThat(mutex.isWriteLocked()).isFalse();
      mutex.unlockRead();
      requireRefused(mutex::unlockWrite);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isTrue();
    } finally {
      Thread.interrupted();
    }
    mutex.lockWrite();
    Thread.currentThread().interrupt();
    try {
      mutex.unlockWrite();
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
      ReadWriteMutex mutex = new ReadWriteMutex();
      assertThat(mutex.tryLockRead(timeout, TimeUnit.DAYS)).as("read, " + timeout).isTrue();
      mutex.unlockRead();
      assertThat(mutex.tryLockWrite(timeout, TimeUnit.DAYS)).as("write, " + timeout).isTrue();
    }
  }

  private static void requireRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .as("giving back what is not held")
        .isInstanceOf(IllegalMonitorStateException.class);
  }

  private static void requireThrowsWhenInterrupted(ThrowingCallable call) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(call).isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isFalse();
    } finally {
      Thread.interrupted();
    }
  }

  /** What the model knows. */
  record Held(int readers, boolean written) {

    boolean mayRead() {
      return !written;
    }

    boolean mayWrite() {
      return !written && readers == 0;
    }

    Held withReader() {
      return new Held(readers + 1, false);
    }

    Held withWriter() {
      return new Held(0, true);
    }
  }

  /** One call on a lock. What would wait for ever is left out. */
  enum Step {
    LOCK_READ,
    LOCK_WRITE,
    TRY_READ,
    TRY_WRITE,
    TRY_READ_WITH_TIME,
    TRY_WRITE_WITH_TIME,
    UNLOCK_READ,
    UNLOCK_WRITE,
    DOWNGRADE;

    /** Does it and returns what the model says about the lock then. */
    Held apply(ReadWriteMutex mutex, Held held) throws InterruptedException {
      return switch (this) {
        case LOCK_READ, TRY_READ, TRY_READ_WITH_TIME -> read(mutex, held);
        case LOCK_WRITE, TRY_WRITE, TRY_WRITE_WITH_TIME -> write(mutex, held);
        case UNLOCK_READ -> {
          Held less = new Held(held.readers() - 1, held.written());
          yield giveBack(mutex::unlockRead, held.readers() > 0, held, less);
        }
        case UNLOCK_WRITE -> giveBack(mutex::unlockWrite, held.written(), held, new Held(0, false));
        case DOWNGRADE -> giveBack(mutex::downgrade, held.written(), held, new Held(1, false));
      };
    }

    private Held read(ReadWriteMutex mutex, Held held) throws InterruptedException {
      if (this == LOCK_READ) {
        if (held.mayRead()) {
          requireFree(mutex.tryLockRead(0, TimeUnit.SECONDS), held);
          mutex.unlockRead();
          mutex.lockRead();
        }
      } else {
        long millis = this == TRY_READ || !held.mayRead() ? 0 : 1_000;
        assertThat(mutex.tryLockRead(millis, TimeUnit.MILLISECONDS))
            .as(this + " with " + held)
            .isEqualTo(held.mayRead());
      }
      return held.mayRead() ? held.withReader() : held;
    }

    private Held write(ReadWriteMutex mutex, Held held) throws InterruptedException {
      if (this == LOCK_WRITE) {
        if (held.mayWrite()) {
          requireFree(mutex.tryLockWrite(0, TimeUnit.SECONDS), held);
          mutex.unlockWrite();
          mutex.lockWrite();
        }
      } else {
        long millis = this == TRY_WRITE || !held.mayWrite() ? 0 : 1_000;
        assertThat(mutex.tryLockWrite(millis, TimeUnit.MILLISECONDS))
            .as(this + " with " + held)
            .isEqualTo(held.mayWrite());
      }
      return held.mayWrite() ? held.withWriter() : held;
    }

    /** Asked before the call that would wait: a wrong answer says more than no answer. */
    private void requireFree(boolean free, Held held) {
      assertThat(free).as(this + " need not wait with " + held).isTrue();
    }

    private static Held giveBack(Runnable call, boolean legal, Held before, Held after) {
      if (legal) {
        call.run();
        return after;
      }
      requireRefused(call::run);
      return before;
    }
  }
}
