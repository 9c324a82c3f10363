package reentrantlock.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import reentrantlock.ReentrantMutex;
import reentrantlock.ReentrantMutex.Guard;

/** A lock belongs to one thread, and to no other. */
@CountsFor(Gate.SAFETY)
class OwnerTest {

  @ConcurrentTest(share = 50)
  @Reveals(Bug.OVER_RELEASE)
  void onlyTheOwnerCanUnlock(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    trial.actor("stranger", () -> requireRefused(mutex::unlock));
    trial.join();
    assertThat(mutex.getHoldCount()).as("holds of the owner").isEqualTo(1);
    mutex.unlock();
    trial.actor("next", () -> assertThat(mutex.tryLock()).as("got the free lock").isTrue());
    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.MISTAKEN_IDENTITY)
  void aNamesakeIsAnotherThread(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    String name = Thread.currentThread().getName();
    mutex.lock();
    Actor<Boolean> namesake =
        trial.actor(
            "namesake",
            () -> {
              Thread.currentThread().setName(name);
              return mutex.tryLock() || mutex.isHeldByCurrentThread() || mutex.getHoldCount() != 0;
            });
    trial.join();
    assertThat(namesake.result()).as("a thread of the same name holds the lock, too").isFalse();
  }

  /** The one who asks comes at any moment, while the owner takes the lock and gives it back. */
  @ConcurrentTest
  @Reveals(Bug.MISTAKEN_IDENTITY)
  void whatTheOwnerHoldsIsNotCountedForOthers(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    trial.actor(
        "owner",
        () -> {
          mutex.lock();
          mutex.lock();
          mutex.unlock();
          mutex.unlock();
        });
    Actor<Integer> other =
        trial.actor(
            "other",
            () -> {
              int most = 0;
              for (int i = 0; i < 3; i++) {
                most = Math.max(most, mutex.getHoldCount());
                most = Math.max(most, mutex.isHeldByCurrentThread() ? 1 : 0);
              }
              return most;
            });
    trial.join();
    assertThat(other.result()).as("holds of a thread that has never locked").isZero();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  void aGuardThatAStrangerTriedToCloseIsStillOpen(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    Guard guard = mutex.acquire();
    trial.actor("stranger", () -> requireRefused(guard::close));
    trial.join();
    assertThat(mutex.getHoldCount()).as("holds of the owner").isEqualTo(1);
    guard.close();
    assertThat(mutex.getHoldCount()).as("holds after the owner closed its guard").isZero();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  @CountsFor(Gate.LIVENESS)
  void afterAnExceptionOtherThreadsCanGoOn(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    requireRefused(mutex::unlock);
    assertThatNullPointerException().isThrownBy(() -> mutex.tryLock(1, null));
    assertThatThrownBy(
            () -> {
              try (Guard guard = mutex.acquire()) {
                throw new IllegalStateException("from the block");
              }
            })
        .hasMessage("from the block");
    trial.actor("other", mutex::lock);
    trial.join();
  }

  private static void requireRefused(ThrowingCallable unlock) {
    assertThatThrownBy(unlock, "an unlock by who does not hold the lock")
        .isInstanceOf(IllegalMonitorStateException.class);
  }
}
