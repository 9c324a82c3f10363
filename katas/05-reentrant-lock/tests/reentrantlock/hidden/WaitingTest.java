package reentrantlock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import reentrantlock.ReentrantMutex;

/** What a thread does in {@code lock()} as long as another one holds the lock. */
@CountsFor(Gate.LIVENESS)
class WaitingTest {

  @ConcurrentTest
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  void whoWaitsKeepsNobodyOut(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Void> waiter =
        trial.actor("waiter", mutex::lockInterruptibly).mayThrow(InterruptedException.class);
    trial.settle();
    Actor<Boolean> passer =
        trial.actor(
            "passer",
            () -> mutex.tryLock() || mutex.isHeldByCurrentThread() || mutex.getHoldCount() != 0);
    trial.join(passer);
    assertThat(passer.result()).as("got a lock that another thread holds").isFalse();
    mutex.unlock();
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void whoWaitsSleepsUntilTheUnlock(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Boolean> waiter = waiter(trial, mutex);
    trial.awaitSleep(waiter);
    assertThat(waiter.hasEnded()).as("the waiter is in, and nobody has unlocked").isFalse();
    assertThat(mutex.getHoldCount()).as("holds of the owner").isEqualTo(1);
    mutex.unlock();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void anInterruptedWaiterGoesBackToSleep(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Boolean> waiter = waiter(trial, mutex);
    trial.awaitSleep(waiter);
    waiter.interrupt();
    trial.awaitSleep(waiter);
    assertThat(waiter.hasEnded()).as("the waiter is in, and nobody has unlocked").isFalse();
    mutex.unlock();
    trial.join();
  }

  /** The interrupt comes before the unlock, so before the end of the call. */
  @ConcurrentTest
  @Reveals(value = Bug.SWALLOWED_INTERRUPT, whenStuck = Bug.LOST_WAKEUP)
  void theInterruptIsStillThereWhenTheLockIsTaken(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Boolean> waiter = waiter(trial, mutex);
    trial.settle();
    waiter.interrupt();
    mutex.unlock();
    trial.join();
    assertThat(waiter.result()).as("interrupt status when the lock was taken").isTrue();
  }

  /** Every step is looked at by a thread that would like to have the lock. */
  @ConcurrentTest
  @Reveals(Bug.OVER_RELEASE)
  @CountsFor(Gate.SAFETY)
  void onlyTheLastUnlockLetsOthersIn(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    int holds = trial.random().nextInt(2, 4);
    for (int i = 0; i < holds; i++) {
      mutex.lock();
    }
    for (int i = 0; i < holds; i++) {
      assertThat(isFree(trial, mutex, i)).as("free after %d of %d unlocks", i, holds).isFalse();
      mutex.unlock();
    }
    assertThat(isFree(trial, mutex, holds)).as("free after the last unlock").isTrue();
  }

  private static boolean isFree(Trial trial, ReentrantMutex mutex, int step) {
    Actor<Boolean> probe =
        trial.actor(
            "probe " + step,
            () -> {
              boolean free = mutex.tryLock();
              if (free) {
                mutex.unlock();
              }
              return free;
            });
    trial.join(probe);
    return probe.result();
  }

  /** A thread that takes the lock in a way that no interrupt ends; it returns its status then. */
  private static Actor<Boolean> waiter(Trial trial, ReentrantMutex mutex) {
    boolean byGuard = trial.random().nextBoolean();
    return trial.actor(
        "waiter",
        () -> {
          if (byGuard) {
            mutex.acquire();
          } else {
            mutex.lock();
          }
          return Thread.currentThread().isInterrupted();
        });
  }
}
