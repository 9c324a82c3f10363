package semaphore.hidden;

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
import semaphore.CountingSemaphore;

/** Who waits is woken when its permits are there. */
@CountsFor(Gate.LIVENESS)
class WakeUpTest {

  /** Each permit is released once only: no later release makes up for a lost one. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void pingPongNeverEndsInSilence(Trial trial) {
    int rounds = 6;
    CountingSemaphore ping = new CountingSemaphore(0, 1);
    CountingSemaphore pong = new CountingSemaphore(0, 1);
    trial.actor(
        "ping",
        () -> {
          for (int i = 0; i < rounds; i++) {
            ping.release();
            pong.acquire();
          }
        });
    trial.actor(
        "pong",
        () -> {
          for (int i = 0; i < rounds; i++) {
            ping.acquire();
            pong.release();
          }
        });
    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void threePermitsWakeThree(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 3);
    for (String name : List.of("one", "two", "three")) {
      trial.actor(name, () -> semaphore.acquire());
    }
    trial.settle();
    semaphore.release(3);
    trial.join();
    assertThat(semaphore.availablePermits()).isZero();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void permitsThatComeOneByOneWakeWhoNeedsThree(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 3);
    trial.actor("waiter", () -> semaphore.acquire(3));
    for (int i = 0; i < 3; i++) {
      trial.settle();
      semaphore.release();
    }
    trial.join();
    assertThat(semaphore.availablePermits()).isZero();
  }

  /** When the first gives up, the next is the one who has waited longest, and has enough. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void whoLeavesInterruptedWakesTheNext(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    Actor<Void> first =
        trial.actor("first", () -> semaphore.acquire(2)).mayThrow(InterruptedException.class);
    trial.settle();
    trial.actor("second", () -> semaphore.acquire());
    trial.settle();
    semaphore.release();
    trial.settle();
    first.interrupt();
    trial.join();
    assertThat(first.thrown()).isPresent();
    assertThat(semaphore.availablePermits()).isZero();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.LOST_WAKEUP)
  void whoRunsOutOfTimeWakesTheNext(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    Actor<Boolean> first =
        trial.actor("first", () -> semaphore.tryAcquire(2, 3, TimeUnit.MILLISECONDS));
    trial.settle();
    trial.actor("second", () -> semaphore.acquire());
    trial.settle();
    semaphore.release();
    trial.join();
    assertThat(first.result()).isFalse();
    assertThat(semaphore.availablePermits()).isZero();
  }

  /** Both at once: the waiter may win or be sent away, but the permit is somewhere. */
  @ConcurrentTest
  @Reveals(Bug.LOST_PERMIT)
  @CountsFor(Gate.SAFETY)
  void aPermitThatComesWithAnInterruptIsNotLost(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Void> waiter =
        trial.actor("waiter", () -> semaphore.acquire()).mayThrow(InterruptedException.class);
    trial.settle();
    trial.actor("releaser", () -> semaphore.release());
    trial.actor("interrupter", waiter::interrupt);
    trial.join();
    int expected = waiter.thrown().isPresent() ? 1 : 0;
    assertThat(semaphore.availablePermits()).as("free in the end").isEqualTo(expected);
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void anInterruptedWaiterTakesNoWakeUpAlong(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 1);
    Actor<Void> first =
        trial.actor("first", () -> semaphore.acquire()).mayThrow(InterruptedException.class);
    trial.settle();
    Actor<Void> second = trial.actor("second", () -> semaphore.acquire());
    trial.settle();
    trial.actor("releaser", () -> semaphore.release());
    trial.actor("interrupter", first::interrupt);
    trial.join(first);
    if (first.thrown().isEmpty()) {
      semaphore.release();
    }
    trial.join();
    assertThat(second.thrown()).isEmpty();
    assertThat(semaphore.availablePermits()).isZero();
  }

  @ConcurrentTest
  @Reveals(Bug.HOLD_AND_WAIT)
  void whoWantsAllAtOnceNeverBlocksEachOther(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(2);
    for (String name : List.of("one", "two", "three")) {
      trial.actor(
          name,
          () -> {
            for (int i = 0; i < 2; i++) {
              semaphore.acquire(2);
              semaphore.release(2);
            }
          });
    }
    trial.join();
    assertThat(semaphore.availablePermits()).isEqualTo(2);
  }
}
