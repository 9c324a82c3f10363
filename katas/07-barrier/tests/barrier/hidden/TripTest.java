package barrier.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import barrier.ReusableBarrier;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** All have come before anybody goes on, trip after trip. */
@CountsFor(Gate.SAFETY)
class TripTest {

  @ConcurrentTest
  @Reveals(value = Bug.WRONG_ORDER, whenStuck = Bug.LOST_WAKEUP)
  void whoComesFirstIsToldThatTheOthersAreMissing(Trial trial) {
    Scene scene = new Scene(trial, 3);
    List<Actor<Integer>> comers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      comers.add(scene.anyComer("comer " + (i + 1)));
      trial.start();
      if (i < 2) {
        scene.awaitWaiting(i + 1);
      }
    }
    trial.join();
    assertThat(comers.stream().map(Actor::result))
        .as("how many were missing")
        .containsExactly(2, 1, 0);
    assertThat(scene.barrier.getNumberWaiting()).isZero();
  }

  /** What the action writes is plain: it must be there for all, complete, when they go on. */
  @ConcurrentTest
  @Reveals(value = Bug.UNSAFE_PUBLICATION, whenStuck = Bug.LOST_WAKEUP)
  void theActionRunsOnceBeforeAnybodyGoesOn(Trial trial) {
    int[] runs = new int[1];
    ReusableBarrier barrier = new ReusableBarrier(2, () -> runs[0]++);
    for (String name : List.of("left", "right")) {
      trial.actor(
          name,
          () -> {
            barrier.await();
            assertThat(runs[0]).as("runs of the action in the first trip").isEqualTo(1);
          });
    }
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void nobodyLapsTheOthers(Trial trial) {
    ReusableBarrier barrier = new ReusableBarrier(2);
    AtomicInteger left = new AtomicInteger();
    AtomicInteger right = new AtomicInteger();
    trial.actor("left", () -> travel(barrier, left, right));
    trial.actor("right", () -> travel(barrier, right, left));
    trial.join();
  }

  private static void travel(ReusableBarrier barrier, AtomicInteger mine, AtomicInteger others)
      throws Exception {
    for (int trip = 1; trip <= 3; trip++) {
      mine.set(trip);
      barrier.await();
      assertThat(others.get())
          .as("the trip for which the other has come")
          .isGreaterThanOrEqualTo(trip);
    }
  }

  /** The second breaks the next trip at once. That must be nothing to who is late to leave. */
  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void aTripThatIsCompleteStaysComplete(Trial trial) {
    Scene scene = new Scene(trial, 2);
    boolean resets = trial.random().nextBoolean();
    Actor<Integer> first = scene.anyComer("first");
    trial.actor(
        "second",
        () -> {
          scene.barrier.await();
          if (resets) {
            scene.barrier.reset();
          } else {
            assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> scene.barrier.await(0, TimeUnit.SECONDS));
          }
        });
    trial.join();
    assertThat(first.thrown()).as("thrown after a complete trip").isEmpty();
    assertThat(scene.barrier.isBroken()).as("broken in the end").isEqualTo(!resets);
  }

  @ConcurrentTest
  @Reveals(value = Bug.STALE_READ, whenStuck = Bug.LOST_WAKEUP)
  void whatWasDoneBeforeIsSeenBehind(Trial trial) {
    int[] plain = new int[3];
    int[] sum = new int[1];
    ReusableBarrier barrier = new ReusableBarrier(3, () -> sum[0] = plain[0] + plain[1] + plain[2]);
    for (int i = 0; i < 3; i++) {
      int me = i;
      trial.actor(
          "comer " + (i + 1),
          () -> {
            plain[me] = me + 1;
            barrier.await();
            assertThat(plain).as("what all have written").containsExactly(1, 2, 3);
            assertThat(sum[0]).as("what the action has read").isEqualTo(6);
          });
    }
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void trainsOfThreeGoTwice(Trial trial) {
    AtomicInteger runs = new AtomicInteger();
    ReusableBarrier barrier = new ReusableBarrier(3, runs::incrementAndGet);
    List<Actor<List<Integer>>> travellers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      travellers.add(
          trial.actor("traveller " + (i + 1), () -> List.of(barrier.await(), barrier.await())));
    }
    trial.join();
    for (int trip = 0; trip < 2; trip++) {
      int number = trip;
      assertThat(travellers.stream().map(traveller -> traveller.result().get(number)))
          .as("how many were missing in trip %d", trip + 1)
          .containsExactlyInAnyOrder(0, 1, 2);
    }
    assertThat(runs.get()).as("runs of the action").isEqualTo(2);
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void twiceAsManyThreadsMakeTwoTrips(Trial trial) {
    AtomicInteger runs = new AtomicInteger();
    Scene scene = new Scene(trial, new ReusableBarrier(2, runs::incrementAndGet));
    List<Actor<Integer>> comers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      comers.add(scene.anyComer("comer " + (i + 1)));
    }
    trial.join();
    assertThat(comers.stream().map(Actor::result))
        .as("how many were missing")
        .containsExactlyInAnyOrder(0, 0, 1, 1);
    assertThat(runs.get()).as("runs of the action").isEqualTo(2);
    assertThat(scene.barrier.getNumberWaiting()).isZero();
  }
}
