package barrier.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import barrier.ReusableBarrier;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** When one of them does not come, all others of this trip learn about it, and nobody else. */
@CountsFor(Gate.LIVENESS)
class BreakTest {

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void whoIsInterruptedTellsTheOthers(Trial trial) {
    Scene scene = new Scene(trial, 4);
    Actor<Integer> first = scene.anyComer("first");
    Actor<Integer> second = scene.comer("second");
    Actor<Integer> third = scene.comer("third");
    trial.start();
    scene.awaitWaiting(3);
    first.interrupt();
    trial.join();
    assertThat(first.thrown()).containsInstanceOf(InterruptedException.class);
    assertThat(second.thrown()).containsInstanceOf(BrokenBarrierException.class);
    assertThat(third.thrown()).containsInstanceOf(BrokenBarrierException.class);
    assertThat(scene.barrier.isBroken()).as("broken").isTrue();
    assertThat(scene.barrier.getNumberWaiting()).isZero();
  }

  @ConcurrentTest
  @Reveals(Bug.STALE_READ)
  @CountsFor(Gate.SAFETY)
  void whoAsksMeanwhileGetsAnAnswer(Trial trial) {
    Scene scene = new Scene(trial, 2);
    scene.comer("impatient", 0);
    trial.actor("restorer", scene.barrier::reset);
    Actor<Integer> asker =
        trial.actor("asker", () -> scene.barrier.isBroken() ? 0 : scene.barrier.getNumberWaiting());
    trial.join();
    assertThat(asker.result()).as("waiting, of one at most").isBetween(0, 1);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void whoRunsOutOfTimeTellsTheOthers(Trial trial) {
    Scene scene = new Scene(trial, 3);
    Actor<Integer> first = scene.comer("first", SHORT_NANOS);
    Actor<Integer> second = scene.comer("second");
    trial.join();
    assertThat(second.thrown()).containsInstanceOf(BrokenBarrierException.class);
    assertThat(first.thrown()).containsInstanceOf(TimeoutException.class);
    assertThat(scene.barrier.isBroken()).as("broken").isTrue();
  }

  @ConcurrentTest
  @Reveals(value = Bug.LOST_EXCEPTION, whenStuck = Bug.LOST_WAKEUP)
  void anActionThatFailsIsToldToTheOthers(Trial trial) {
    IllegalStateException failure = new IllegalStateException("no");
    Scene scene =
        new Scene(
            trial,
            new ReusableBarrier(
                2,
                () -> {
                  throw failure;
                }));
    Actor<Integer> left = scene.anyComer("left").mayThrow(IllegalStateException.class);
    Actor<Integer> right = scene.anyComer("right").mayThrow(IllegalStateException.class);
    trial.join();
    List<Throwable> thrown =
        Stream.of(left, right).map(comer -> comer.thrown().orElseThrow()).toList();
    assertThat(thrown).as("thrown by the two").contains(failure);
    assertThat(thrown)
        .as("thrown by the two")
        .hasAtLeastOneElementOfType(BrokenBarrierException.class);
    assertThat(scene.barrier.isBroken()).as("broken").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void aResetSendsThoseAwayWhoWait(Trial trial) {
    Scene scene = new Scene(trial, 3);
    Actor<Integer> first = scene.comer("first");
    Actor<Integer> second = scene.comer("second");
    trial.start();
    scene.awaitWaiting(2);
    scene.barrier.reset();
    assertThat(scene.barrier.isBroken()).as("broken after a reset").isFalse();
    assertThat(scene.barrier.getNumberWaiting()).as("waiting after a reset").isZero();
    trial.join();
    assertThat(first.thrown()).containsInstanceOf(BrokenBarrierException.class);
    assertThat(second.thrown()).containsInstanceOf(BrokenBarrierException.class);
  }

  /** Who leaves late must not take the new trip for the old one, nor the other way round. */
  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void afterAResetANewTripBegins(Trial trial) {
    Scene scene = new Scene(trial, 2);
    boolean breaks = trial.random().nextBoolean();
    Actor<Integer> old = scene.comer("old");
    trial.start();
    scene.awaitWaiting(1);
    if (breaks) {
      old.interrupt();
      trial.eventually("it is broken", scene.barrier::isBroken);
    }
    scene.barrier.reset();
    Actor<Integer> left = scene.comer("left");
    Actor<Integer> right = scene.comer("right");
    trial.join();
    assertThat(old.thrown()).as("thrown by who had waited before the reset").isPresent();
    assertThat(List.of(left.result(), right.result())).containsExactlyInAnyOrder(0, 1);
    assertThat(scene.barrier.isBroken()).as("broken in the end").isFalse();
  }

  @ConcurrentTest
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  void whileTheActionRunsTheBarrierCanBeUsed(Trial trial) {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch runs = new CountDownLatch(1);
    Scene scene =
        new Scene(
            trial,
            new ReusableBarrier(
                2,
                () -> {
                  runs.countDown();
                  awaitQuietly(asked);
                }));
    Actor<Integer> left = scene.comer("left");
    Actor<Integer> right = scene.comer("right");
    Actor<Boolean> asker =
        trial.actor(
            "asker",
            () -> {
              runs.await();
              boolean broken = scene.barrier.isBroken();
              asked.countDown();
              return broken;
            });
    trial.join();
    assertThat(asker.result()).as("broken while the action runs").isFalse();
    assertThat(List.of(left.result(), right.result())).containsExactlyInAnyOrder(0, 1);
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.WAIT_HOLDING_LOCK)
  @CountsFor(Gate.SAFETY)
  void whoIsInterruptedWhileTheActionRunsBreaksTheTrip(Trial trial) {
    AtomicReference<Actor<Integer>> waiter = new AtomicReference<>();
    CountDownLatch gone = new CountDownLatch(1);
    ReusableBarrier barrier =
        new ReusableBarrier(
            2,
            () -> {
              waiter.get().interrupt();
              awaitQuietly(gone);
            });
    Scene scene = new Scene(trial, barrier);
    waiter.set(
        trial
            .actor(
                "waiter",
                () -> {
                  try {
                    return barrier.await();
                  } finally {
                    gone.countDown();
                  }
                })
            .mayThrow(InterruptedException.class));
    trial.start();
    scene.awaitWaiting(1);
    Actor<Integer> last = scene.comer("last");
    trial.join();
    assertThat(waiter.get().thrown()).containsInstanceOf(InterruptedException.class);
    assertThat(last.thrown()).containsInstanceOf(BrokenBarrierException.class);
    assertThat(barrier.isBroken()).as("broken").isTrue();
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void aResetWhileTheActionRunsBreaksTheTrip(Trial trial) {
    AtomicReference<ReusableBarrier> itself = new AtomicReference<>();
    AtomicBoolean second = new AtomicBoolean();
    ReusableBarrier barrier =
        new ReusableBarrier(
            2,
            () -> {
              if (!second.getAndSet(true)) {
                itself.get().reset();
              }
            });
    itself.set(barrier);
    Scene scene = new Scene(trial, barrier);
    Actor<Integer> left = scene.anyComer("left");
    Actor<Integer> right = scene.anyComer("right");
    trial.join();
    assertThat(left.thrown()).containsInstanceOf(BrokenBarrierException.class);
    assertThat(right.thrown()).containsInstanceOf(BrokenBarrierException.class);
    assertThat(barrier.isBroken()).as("broken after the reset").isFalse();
    Actor<Integer> one = scene.comer("one");
    Actor<Integer> two = scene.comer("two");
    trial.join();
    assertThat(List.of(one.result(), two.result())).containsExactlyInAnyOrder(0, 1);
  }

  /** Whatever comes first, the interrupt, the time or the last of them: all go on, or nobody. */
  @ConcurrentTest(share = 25)
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void allGoOnOrNobody(Trial trial) {
    Scene scene = new Scene(trial, 3);
    List<Actor<Integer>> comers =
        List.of(
            scene.comer("one", SHORT_NANOS),
            scene.comer("two", 2 * SHORT_NANOS),
            scene.comer("three", 2 * SHORT_NANOS));
    trial.actor("interrupter", comers.getFirst()::interrupt);
    trial.join();
    long gone = comers.stream().filter(comer -> comer.thrown().isEmpty()).count();
    assertThat(gone).as("how many of three have gone on").isIn(0L, 3L);
    assertThat(scene.barrier.isBroken()).as("broken").isEqualTo(gone == 0);
  }

  /** Who goes on although an interrupt has come must be able to see the interrupt later. */
  @ConcurrentTest
  @Reveals(value = Bug.SWALLOWED_INTERRUPT, whenStuck = Bug.LOST_WAKEUP)
  void anInterruptThatComesTooLateIsKept(Trial trial) {
    Scene scene = new Scene(trial, 2);
    boolean limited = trial.random().nextBoolean();
    AtomicBoolean sent = new AtomicBoolean();
    Actor<Boolean> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  int ignored =
                      limited ? scene.barrier.await(1, TimeUnit.HOURS) : scene.barrier.await();
                  return !sent.get() || Thread.currentThread().isInterrupted();
                })
            .mayThrow(InterruptedException.class);
    trial.start();
    scene.awaitWaiting(1);
    Actor<Integer> last = scene.comer("last");
    trial.actor(
        "interrupter",
        () -> {
          waiter.interrupt();
          sent.set(true);
        });
    trial.join();
    boolean wentOn = waiter.thrown().isEmpty();
    assertThat(last.thrown().isEmpty()).as("the last has gone on").isEqualTo(wentOn);
    assertThat(!wentOn || waiter.result())
        .as("the interrupt was thrown, or is there to be seen")
        .isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
