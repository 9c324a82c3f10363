package reentrantlock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reentrantlock.ReentrantMutex;

/** Who waits and may be interrupted leaves when it is, without the lock. */
@CountsFor(Gate.LIVENESS)
class InterruptTest {

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  void anInterruptEndsTheWaitByAnException(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    Actor<Void> waiter =
        trial.actor("waiter", mutex::lockInterruptibly).mayThrow(InterruptedException.class);
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.thrown()).as("what the interrupted wait threw").isPresent();
    assertThat(mutex.getHoldCount()).as("holds of the owner").isEqualTo(1);
  }

  /** Thrown by the timed wait, or left for the next one: an interrupt must not vanish. */
  @ConcurrentTest(share = 50)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void aTimedWaitDoesNotLoseAnInterrupt(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    AtomicBoolean sent = new AtomicBoolean();
    Actor<Boolean> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  boolean taken = mutex.tryLock(50, TimeUnit.MILLISECONDS);
                  // In this order: a status that is not there now was swallowed.
                  boolean wasSent = sent.get();
                  return taken || (wasSent && !Thread.currentThread().isInterrupted());
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    waiter.interrupt();
    sent.set(true);
    trial.join();
    assertThat(waiter.thrown().isPresent() || !waiter.result())
        .as("the interrupt was thrown, or is there to be seen")
        .isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void theExceptionStandsForTheInterruptStatus(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    mutex.lock();
    boolean timed = trial.random().nextBoolean();
    Actor<Boolean> waiter =
        trial.actor(
            "waiter",
            () -> {
              try {
                boolean ignored = wait(mutex, timed);
                return false;
              } catch (InterruptedException told) {
                return Thread.currentThread().isInterrupted();
              }
            });
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.result()).as("interrupt status after the exception").isFalse();
  }

  /** The lock and the interrupt come at once: it has the lock, or it throws and has not. */
  @ConcurrentTest
  @Reveals(Bug.LOST_PERMIT)
  @CountsFor(Gate.SAFETY)
  void aLockThatComesWithAnInterruptIsNotLost(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    boolean timed = trial.random().nextBoolean();
    mutex.lock();
    Actor<Boolean> waiter = trial.actor("waiter", () -> tellsTheTruth(mutex, timed));
    trial.settle();
    trial.actor("interrupter", waiter::interrupt);
    trial.start();
    mutex.unlock();
    trial.join();
    assertThat(waiter.result()).as("holds the lock exactly if it was told so").isTrue();
    assertThat(mutex.tryLock()).as("the lock is free in the end").isTrue();
  }

  private static boolean tellsTheTruth(ReentrantMutex mutex, boolean timed) {
    boolean taken;
    try {
      taken = wait(mutex, timed);
    } catch (InterruptedException told) {
      taken = false;
    }
    boolean held = mutex.isHeldByCurrentThread();
    if (held) {
      mutex.unlock();
    }
    return taken == held;
  }

  /** Who gets the lock although an interrupt has come must be able to see the interrupt later. */
  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void anInterruptThatComesWithTheLockIsKept(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    boolean timed = trial.random().nextBoolean();
    AtomicBoolean sent = new AtomicBoolean();
    mutex.lock();
    Actor<Boolean> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  boolean ignored = wait(mutex, timed);
                  return !sent.get() || Thread.currentThread().isInterrupted();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    trial.actor(
        "interrupter",
        () -> {
          waiter.interrupt();
          sent.set(true);
        });
    trial.start();
    mutex.unlock();
    trial.join();
    assertThat(waiter.thrown().isPresent() || waiter.result())
        .as("the interrupt was thrown, or is there to be seen")
        .isTrue();
  }

  /** Takes the lock in a way that an interrupt ends. */
  private static boolean wait(ReentrantMutex mutex, boolean timed) throws InterruptedException {
    if (timed) {
      return mutex.tryLock(1, TimeUnit.HOURS);
    }
    mutex.lockInterruptibly();
    return true;
  }
}
