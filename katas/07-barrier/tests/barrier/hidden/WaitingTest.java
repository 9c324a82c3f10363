package barrier.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a thread does that has come, as long as the others have not. */
class WaitingTest {

  @ConcurrentTest(share = 25)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  @CountsFor(Gate.LIVENESS)
  void afterAnExceptionOtherThreadsCanGoOn(Trial trial) {
    Scene scene = new Scene(trial, 2);
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> scene.barrier.await(0, TimeUnit.SECONDS));
    assertThatExceptionOfType(BrokenBarrierException.class).isThrownBy(scene.barrier::await);
    assertThatExceptionOfType(BrokenBarrierException.class)
        .isThrownBy(() -> scene.barrier.await(1, TimeUnit.SECONDS));
    Actor<Boolean> other = trial.actor("other", scene.barrier::isBroken);
    trial.join();
    assertThat(other.result()).as("broken").isTrue();
  }

  @ConcurrentTest(share = 25)
  @Reveals(value = Bug.BUSY_WAIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsSleeps(Trial trial) {
    Actor<Integer> waiter = new Scene(trial, 2).comer("waiter");
    trial.awaitSleep(waiter);
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsKeepsNobodyOut(Trial trial) {
    Scene scene = new Scene(trial, 2);
    Actor<Integer> waiter = scene.anyComer("waiter");
    trial.settle();
    Actor<Boolean> passer = trial.actor("passer", scene.barrier::isBroken);
    trial.join(passer);
    waiter.interrupt();
    trial.join();
    assertThat(passer.result()).as("broken while somebody waits").isFalse();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void nobodyGoesOnAlone(Trial trial) {
    Actor<Integer> waiter = new Scene(trial, 2).comer("waiter");
    trial.awaitSleep(waiter);
    assertThat(waiter.hasEnded()).as("it went on, and the other has not come").isFalse();
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void anInterruptIsNobodyWhoComes(Trial trial) {
    Actor<Integer> waiter = new Scene(trial, 2).anyComer("waiter");
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.thrown())
        .as("what the interrupted wait threw")
        .containsInstanceOf(InterruptedException.class);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void theExceptionStandsForTheInterruptStatus(Trial trial) {
    Scene scene = new Scene(trial, 2);
    boolean limited = trial.random().nextBoolean();
    Actor<Boolean> waiter =
        trial.actor(
            "waiter",
            () -> {
              try {
                int ignored =
                    limited ? scene.barrier.await(1, TimeUnit.HOURS) : scene.barrier.await();
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

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  @CountsFor(Gate.SAFETY)
  void everyArrivalCounts(Trial trial) {
    Scene scene = new Scene(trial, 2);
    Actor<Integer> left = scene.comer("left");
    Actor<Integer> right = scene.comer("right");
    trial.join();
    assertThat(List.of(left.result(), right.result()))
        .as("how many were missing")
        .containsExactlyInAnyOrder(0, 1);
    assertThat(scene.barrier.getNumberWaiting()).as("waiting in the end").isZero();
  }
}
