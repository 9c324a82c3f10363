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
import reentrantlock.ReentrantMutex;

/** When the lock becomes free, somebody who waits gets it. */
@CountsFor(Gate.LIVENESS)
class WakeUpTest {

  /** One unlock only: no later one makes up for a wake-up that was lost. */
  @ConcurrentTest
  @Reveals(value = Bug.STALE_READ, whenStuck = Bug.LOST_WAKEUP)
  void anUnlockThatRacesWithLockIsNotMissed(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Integer> waiter =
        trial.actor(
            "waiter",
            () -> {
              mutex.lock();
              return mutex.getHoldCount();
            });
    trial.start();
    mutex.unlock();
    trial.join();
    assertThat(waiter.result()).as("holds of who has just taken the lock").isEqualTo(1);
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void theLastOfNestedUnlocksWakesSomebody(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    mutex.lock();
    trial.actor("waiter", mutex::lock);
    trial.settle();
    mutex.unlock();
    trial.settle();
    mutex.unlock();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void everybodyGetsATurn(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    for (String name : List.of("one", "two", "three")) {
      trial.actor(
          name,
          () -> {
            for (int i = 0; i < 2; i++) {
              mutex.lock();
              mutex.unlock();
            }
          });
    }
    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void anInterruptedWaiterTakesNoWakeUpAlong(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Void> first =
        trial
            .actor(
                "first",
                () -> {
                  mutex.lockInterruptibly();
                  mutex.unlock();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    trial.actor("second", mutex::lock);
    trial.settle();
    trial.actor("interrupter", first::interrupt);
    trial.start();
    mutex.unlock();
    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void whoRunsOutOfTimeTakesNoWakeUpAlong(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    trial.actor(
        "first",
        () -> {
          if (mutex.tryLock(2, TimeUnit.MILLISECONDS)) {
            mutex.unlock();
          }
        });
    trial.settle();
    trial.actor("second", mutex::lock);
    trial.settle();
    mutex.unlock();
    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void aTimedWaitIsWokenToo(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Boolean> waiter = trial.actor("waiter", () -> mutex.tryLock(1, TimeUnit.HOURS));
    trial.settle();
    mutex.unlock();
    trial.join();
    assertThat(waiter.result()).as("got the lock within the hour").isTrue();
  }
}
