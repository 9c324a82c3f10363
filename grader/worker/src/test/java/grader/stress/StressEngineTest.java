package grader.stress;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Event;
import grader.protocol.Outcome;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.Trial;
import grader.testkit.TrialExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class StressEngineTest {

  private static final AtomicInteger RUNS = new AtomicInteger();

  private static final CountDownLatch DEAF_MAY_END = new CountDownLatch(1);

  private final List<Event> events = new ArrayList<>();
  private final StressEngine engine = new StressEngine(1, false, events::add);

  /**
   * Tests of learners' code, as an author would write them; run by the engine, not by the build.
   */
  static class Samples {

    @ConcurrentTest
    void actorsMeet(Trial trial) {
      CountDownLatch meeting = new CountDownLatch(3);
      for (int i = 0; i < 3; i++) {
        trial.actor(
            "actor-" + i,
            () -> {
              meeting.countDown();
              meeting.await();
            });
      }
      trial.join();
      assertThat(meeting.getCount()).isZero();
    }

    @ConcurrentTest
    void always(Trial trial) {
      trial.actor(
          "a",
          () -> {
            throw new IllegalStateException("no");
          });
      trial.join();
    }

    @ConcurrentTest
    void everyThirdTime(Trial trial) {
      assertThat(RUNS.incrementAndGet() % 3).isNotZero();
    }

    @ConcurrentTest
    void waitsForNobody(Trial trial) {
      trial.actor("waiter", () -> new CountDownLatch(1).await());
      trial.join();
    }

    @ConcurrentTest
    void spinsInsteadOfBlocking(Trial trial) {
      AtomicInteger never = new AtomicInteger();
      trial.actor(
          "spinner",
          () -> {
            while (never.get() == 0 && !Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
          });
      trial.settle();
    }

    @ConcurrentTest
    void spinsBesideABlockedThread(Trial trial) {
      CountDownLatch open = new CountDownLatch(1);
      trial.actor("sleeper", () -> open.await()).mayThrow(InterruptedException.class);
      AtomicInteger never = new AtomicInteger();
      trial.actor(
          "spinner",
          () -> {
            while (never.get() == 0 && !Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
          });
      trial.settle();
    }

    @ConcurrentTest
    void leavesAThreadBehind(Trial trial) {
      trial.actor("deaf", () -> deaf(DEAF_MAY_END));
      trial.settle();
      throw new IllegalStateException("no");
    }

    private static void deaf(CountDownLatch never) {
      while (never.getCount() > 0) {
        try {
          never.await();
        } catch (InterruptedException ignored) {
          Thread.onSpinWait();
        }
      }
    }

    @ConcurrentTest
    void pollsInsteadOfSleeping(Trial trial) {
      Actor<Void> poller =
          trial.actor(
              "poller",
              () -> {
                while (!Thread.currentThread().isInterrupted()) {
                  LockSupport.parkNanos(100_000);
                }
              });
      trial.awaitSleep(poller);
    }

    @ConcurrentTest
    void sleepsUntilWoken(Trial trial) {
      CountDownLatch latch = new CountDownLatch(1);
      Actor<Void> sleeper = trial.actor("sleeper", () -> latch.await());
      trial.awaitSleep(sleeper);
      assertThat(sleeper.thread().getState()).isEqualTo(Thread.State.WAITING);
      latch.countDown();
      trial.join();
    }

    @ConcurrentTest
    void watchesWhatNeverComes(Trial trial) {
      trial.actor("waiter", () -> new CountDownLatch(1).await());
      trial.eventually("a miracle", () -> false);
    }

    @ConcurrentTest
    void settlesOnlyWhenAllAreBlocked(Trial trial) {
      CountDownLatch latch = new CountDownLatch(1);
      AtomicInteger arrived = new AtomicInteger();
      for (int i = 0; i < 3; i++) {
        trial.actor(
            "actor-" + i,
            () -> {
              arrived.incrementAndGet();
              latch.await();
            });
      }
      trial.settle();
      assertThat(arrived).hasValue(3);
      trial.never("an actor got through", () -> latch.getCount() == 0);
      latch.countDown();
      trial.join();
    }
  }

  @Test
  void trialsThatPassAreCounted() {
    run("actorsMeet", 120);

    assertThat(events)
        .containsExactly(
            new Event.Passed("Samples.actorsMeet", 50),
            new Event.Passed("Samples.actorsMeet", 100),
            new Event.TestEnded("Samples.actorsMeet", 120, 0));
  }

  @Test
  void aTestThatAlwaysFailsIsRepeatedToBeSure() {
    run("always", 200);

    assertThat(failures()).hasSize(20);
    assertThat(events).last().isEqualTo(new Event.TestEnded("Samples.always", 20, 20));
  }

  @Test
  void aTestThatFailsSometimesIsCountedAfterItsFirstFailure() {
    RUNS.set(0);
    run("everyThirdTime", 200);

    assertThat(events).last().isEqualTo(new Event.TestEnded("Samples.everyThirdTime", 22, 7));
  }

  @Test
  void aStuckTrialDecides() {
    run("waitsForNobody", 200);

    assertThat(failures()).singleElement().isInstanceOf(Outcome.Stuck.class);
    assertThat(events).last().isEqualTo(new Event.TestEnded("Samples.waitsForNobody", 1, 1));
  }

  @Test
  void afterATrialThatLeavesAThreadBehindNothingElseRuns() {
    run("leavesAThreadBehind", 200);
    DEAF_MAY_END.countDown();

    assertThat(events).last().isEqualTo(new Event.TestEnded("Samples.leavesAThreadBehind", 1, 1));
    assertThat(engine.isClean()).isFalse();
  }

  @Test
  void watchingWhatNeverComesIsStuck() {
    run("watchesWhatNeverComes", 200);

    assertThat(failures()).singleElement().isInstanceOf(Outcome.Stuck.class);
  }

  @Test
  void aThreadThatShouldBlockButSpinsIsBusyWaiting() {
    run("spinsInsteadOfBlocking", 1);

    assertThat(failures())
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.bug()).isEqualTo(Bug.BUSY_WAIT.slug()));
  }

  @Test
  void aSpinningThreadIsFoundBesideABlockedOne() {
    run("spinsBesideABlockedThread", 1);

    assertThat(failures())
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.bug()).isEqualTo(Bug.BUSY_WAIT.slug()));
  }

  @Test
  void aThreadThatShouldSleepButNapsIsBusyWaiting() {
    run("pollsInsteadOfSleeping", 1);

    assertThat(failures())
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.bug()).isEqualTo(Bug.BUSY_WAIT.slug()));
  }

  @Test
  void aThreadThatSleepsIsFoundAsleep() {
    run("sleepsUntilWoken", 100);

    assertThat(failures()).isEmpty();
  }

  @Test
  void settlingWaitsForEveryActor() {
    run("settlesOnlyWhenAllAreBlocked", 300);

    assertThat(failures()).isEmpty();
  }

  private List<Outcome> failures() {
    return events.stream()
        .filter(Event.NotPassed.class::isInstance)
        .map(event -> ((Event.NotPassed) event).outcome())
        .toList();
  }

  private void run(String test, int trials) {
    engine.plan(trials);
    TrialExtension.use(engine);
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(
                    DiscoverySelectors.selectMethod(Samples.class, test, Trial.class.getName()))
                .build());
  }
}
