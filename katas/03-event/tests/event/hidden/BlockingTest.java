package event.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;

/** How a thread waits: asleep, and without keeping anything that others need. */
@CountsFor(Gate.LIVENESS)
class BlockingTest {

  @ConcurrentTest
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  void othersCanUseTheEventWhileAThreadWaits(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter("waiter");
    trial.settle();

    Actor<Boolean> other =
        trial.actor(
            "other",
            () -> {
              scene.event.clear();
              return scene.event.isSet();
            });
    trial.join(other);

    assertThat(other.result()).as("set after clear").isFalse();
    scene.release();
  }

  @ConcurrentTest(share = 10)
  @Reveals(Bug.BUSY_WAIT)
  void aWaitingThreadSleepsUntilItIsWoken(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> waiter = scene.waiter("waiter");

    trial.awaitSleep(waiter);

    scene.release();
  }
}
