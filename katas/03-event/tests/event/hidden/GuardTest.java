package event.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import event.ManualResetEvent;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;

/** Nobody passes an event that is clear. */
@CountsFor(Gate.SAFETY)
class GuardTest {

  @ConcurrentTest
  @Reveals(Bug.UNGUARDED_WAIT)
  void nobodyPassesBeforeTheEventIsSet(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter("first waiter");
    scene.waiter("second waiter");
    trial.settle();

    scene.release();

    assertThat(scene.results()).as("came after set").doesNotContain(false);
  }

  @ConcurrentTest
  @Reveals(Bug.UNGUARDED_WAIT)
  void nobodyPassesAnEventThatWasClearedAgain(Trial trial) {
    Scene scene = new Scene(trial);
    int rounds = trial.random().nextInt(1, 3);
    for (int i = 0; i < rounds; i++) {
      scene.event.set();
      scene.event.clear();
    }
    scene.waiter("waiter");
    trial.settle();

    scene.release();

    assertThat(scene.results()).as("came after the last set").doesNotContain(false);
  }

  @ConcurrentTest
  @Reveals(Bug.UNGUARDED_WAIT)
  void whoClearsAndThenPassesFindsTheEventSet(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter(
        "waiter",
        () -> {
          scene.event.clear();
          scene.event.await();
          return scene.event.isSet();
        });
    trial.actor("setter", scene::set);
    trial.settle();

    scene.release();

    assertThat(scene.results()).as("was set when it passed").doesNotContain(false);
  }

  @ConcurrentTest
  @Reveals(Bug.STALE_READ)
  void whatWasWrittenBeforeSetIsSeenAfterAwait(Trial trial) {
    Scene scene = new Scene(trial);
    int[] letter = new int[1];
    int content = trial.random().nextInt(1, 100);
    Actor<Boolean> reader =
        scene.waiter(
            "reader",
            () -> {
              scene.event.await();
              return letter[0] == content;
            });
    Actor<Void> writer =
        trial.actor(
            "writer",
            () -> {
              letter[0] = content;
              scene.event.set();
            });
    trial.join(writer);
    reader.mayThrow(InterruptedException.class).interrupt();
    trial.join();

    assertThat(scene.results()).as("read what was written").doesNotContain(false);
  }

  @ConcurrentTest
  @Reveals(Bug.STALE_READ)
  void whatWasWrittenBeforeSetIsSeenByWhoFindsItSet(Trial trial) {
    ManualResetEvent event = new ManualResetEvent();
    int[] letter = new int[1];
    Actor<Boolean> reader = trial.actor("reader", () -> !event.isSet() || letter[0] == 1);
    trial.actor(
        "writer",
        () -> {
          letter[0] = 1;
          event.set();
        });
    trial.join();

    assertThat(reader.result()).as("read what was written").isTrue();
  }
}
