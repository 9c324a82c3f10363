package event.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;

/** How a thread waits: asleep, and without keeping anything that others need. */
@CountsFor(Gate.LIVENESS)
class BlockingTest {

  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

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

  @ConcurrentTest(share = 25)
  @Reveals(Bug.BUSY_WAIT)
  void aWaitingThreadSleepsUntilItIsWoken(Trial trial) {
    Scene scene = new Scene(trial);
    Sleeper sleeper = new Sleeper(scene.waiter("waiter"), LONG_NANOS);
    trial.settle();

    trial.eventually("the waiter sleeps", () -> sleeper.isAtRest() || sleeper.keepsNapping());

    assertThat(sleeper.keepsNapping())
        .as("the waiter wakes up again and again by itself")
        .isFalse();
    scene.release();
  }
}
