package semaphore.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import grader.testkit.Action;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import semaphore.CountingSemaphore;

/** What a thread does that has to wait, as long as nobody releases anything. */
class WaitingTest {

  @ConcurrentTest(share = 25)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  @CountsFor(Gate.LIVENESS)
  void afterAnExceptionOtherThreadsCanGoOn(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(2);
    assertThatIllegalStateException().isThrownBy(semaphore::release);
    assertThatIllegalArgumentException().isThrownBy(() -> semaphore.release(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> semaphore.tryAcquire(3));
    assertThatIllegalArgumentException().isThrownBy(() -> semaphore.acquire(3));
    Actor<Boolean> other = trial.actor("other", () -> semaphore.tryAcquire(2));
    trial.join();
    assertThat(other.result()).isTrue();
  }

  @ConcurrentTest(share = 25)
  @Reveals(value = Bug.BUSY_WAIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsSleeps(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Void> waiter = waiter(trial, semaphore);
    trial.awaitSleep(waiter);
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void withoutAReleaseNobodyGetsIn(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Void> waiter = waiter(trial, semaphore);
    trial.awaitSleep(waiter);
    assertThat(waiter.hasEnded()).as("the waiter is in, and nobody has released").isFalse();
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void anInterruptIsNoPermit(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Void> waiter = waiter(trial, semaphore);
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.thrown()).as("what the interrupted wait threw").isPresent();
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void theExceptionStandsForTheInterruptStatus(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    assertThatStatusIsClearedWhenInterrupted(trial, semaphore::acquire);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void theExceptionOfATimedWaitStandsForTheInterruptStatus(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    assertThatStatusIsClearedWhenInterrupted(
        trial, () -> semaphore.tryAcquire(1, 1, TimeUnit.HOURS));
  }

  private static void assertThatStatusIsClearedWhenInterrupted(Trial trial, Action wait) {
    Actor<Boolean> waiter =
        trial.actor(
            "waiter",
            () -> {
              try {
                wait.run();
                return false;
              } catch (InterruptedException told) {
                return Thread.currentThread().isInterrupted();
              } catch (Throwable other) {
                throw new AssertionError(other);
              }
            });
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.result()).as("interrupt status after the exception").isFalse();
  }

  /** Who gets a permit although an interrupt has come must be able to see the interrupt later. */
  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void anInterruptThatComesWithThePermitIsKept(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    AtomicBoolean sent = new AtomicBoolean();
    Actor<Boolean> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  semaphore.acquire();
                  return !sent.get() || Thread.currentThread().isInterrupted();
                })
            .mayThrow(InterruptedException.class);
    trial.actor("releaser", () -> semaphore.release());
    trial.actor(
        "interrupter",
        () -> {
          waiter.interrupt();
          sent.set(true);
        });
    trial.join();
    assertThat(waiter.thrown().isPresent() || waiter.result())
        .as("the interrupt was thrown, or is there to be seen")
        .isTrue();
  }

  /** Thrown by the timed wait, or left for the next one: an interrupt must not vanish. */
  @ConcurrentTest(share = 20)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void aTimedWaitDoesNotLoseAnInterrupt(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    CountDownLatch sent = new CountDownLatch(1);
    Actor<Void> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  assertThat(semaphore.tryAcquire(1, 50, TimeUnit.MILLISECONDS)).isFalse();
                  sent.await();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    waiter.interrupt();
    sent.countDown();
    trial.join();
    assertThat(waiter.thrown()).as("what the interrupted wait threw").isPresent();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_PERMIT)
  @CountsFor(Gate.SAFETY)
  void anInterruptedWaitTakesNothing(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    Actor<Void> waiter = waiter(trial, semaphore);
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(semaphore.availablePermits()).as("free after the interrupt").isZero();
    semaphore.release();
    assertThat(semaphore.tryAcquire(1)).as("the released permit can be had").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsKeepsNobodyOut(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(1, 2);
    Actor<Void> waiter = waiter(trial, semaphore, 2);
    trial.settle();
    Actor<Integer> passer = trial.actor("passer", semaphore::availablePermits);
    trial.join(passer);
    waiter.interrupt();
    trial.join();
    assertThat(passer.result()).isBetween(0, 1);
  }

  @ConcurrentTest
  @Reveals(value = Bug.HOLD_AND_WAIT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void whoWaitsHoldsNothing(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(2, 3);
    Actor<Void> waiter = waiter(trial, semaphore, 3);
    trial.settle();
    assertThat(semaphore.availablePermits()).as("free while somebody waits for 3").isEqualTo(2);
    assertThat(semaphore.tryAcquire(2)).as("the two can be had").isTrue();
    waiter.interrupt();
    trial.join();
    assertThat(semaphore.availablePermits()).isZero();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  @CountsFor(Gate.LIVENESS)
  void whoWantsNothingDoesNotQueue(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Void> waiter = waiter(trial, semaphore);
    trial.settle();
    Actor<Void> modest = trial.actor("modest", () -> semaphore.acquire(0));
    trial.join(modest);
    waiter.interrupt();
    trial.join();
  }

  private static Actor<Void> waiter(Trial trial, CountingSemaphore semaphore) {
    return trial.actor("waiter", () -> semaphore.acquire()).mayThrow(InterruptedException.class);
  }

  private static Actor<Void> waiter(Trial trial, CountingSemaphore semaphore, int n) {
    return trial.actor("waiter", () -> semaphore.acquire(n)).mayThrow(InterruptedException.class);
  }
}
