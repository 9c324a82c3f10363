package event.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import event.ManualResetEvent;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Revealed;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;

/** Everybody who waits is released by one set. */
@CountsFor(Gate.LIVENESS)
class WakeUpTest {

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void oneSetReleasesEveryThreadThatWaits(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter("first waiter");
    scene.waiter("second waiter");
    scene.waiter("third waiter");
    trial.settle();

    scene.set();

    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void aSetThatRacesWithAwaitIsNotMissed(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter("waiter");
    trial.actor("setter", scene::set);

    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void settingTwiceOrClearingBeforeDoesNotDisturbTheWaiters(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter("first waiter");
    scene.waiter("second waiter");
    trial.actor(
        "setter",
        () -> {
          scene.event.clear();
          scene.set();
          scene.set();
        });

    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void aSetAfterAPulseReleasesEverybodyWhoIsLeft(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter("first waiter");
    scene.waiter("second waiter");
    trial.settle();

    scene.set();
    scene.event.clear();
    scene.set();

    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void aTimedAwaitIsReleasedToo(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> waiter = scene.waiter("waiter", () -> isReleasedWithinTheHour(scene.event));
    trial.settle();

    scene.set();

    trial.join();
    assertThat(waiter.result()).as("released before the hour was over").isTrue();
  }

  /** Who gives up has to wait until then. */
  private static boolean isReleasedWithinTheHour(ManualResetEvent event)
      throws InterruptedException {
    long begin = System.nanoTime();
    boolean released = event.await(1, TimeUnit.HOURS);
    if (!released && System.nanoTime() - begin < TimeUnit.HOURS.toNanos(1)) {
      throw new Revealed(Bug.WRONG_TIMEOUT, "await gave up before the hour was over");
    }
    return released;
  }
}
