package semaphore.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Gauge;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import semaphore.CountingSemaphore;

/** Permits neither vanish nor multiply, whoever comes at the same time. */
@CountsFor(Gate.SAFETY)
class ExclusionTest {

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void theLastPermitGoesToOne(Trial trial) {
    List<CountingSemaphore> semaphores =
        Stream.generate(() -> new CountingSemaphore(1)).limit(8).toList();
    Actor<List<Boolean>> left = trial.actor("left", () -> tryEach(semaphores));
    Actor<List<Boolean>> right = trial.actor("right", () -> tryEach(semaphores));
    trial.join();
    for (int i = 0; i < semaphores.size(); i++) {
      assertThat(left.result().get(i) ^ right.result().get(i)).as("exactly one has it").isTrue();
      assertThat(semaphores.get(i).availablePermits()).isZero();
    }
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void everyReleaseCounts(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 20);
    for (String name : List.of("left", "right")) {
      trial.actor(name, () -> repeat(6, semaphore::release));
    }
    trial.join();
    assertThat(semaphore.availablePermits()).as("free after 12 releases").isEqualTo(12);
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void takingAndGivingAtTheSameTimeBothCount(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(4, 8);
    trial.actor("giver", () -> repeat(4, semaphore::release));
    trial.actor("taker", () -> repeat(4, () -> assertThat(semaphore.tryAcquire(1)).isTrue()));
    trial.join();
    assertThat(semaphore.availablePermits()).as("free after 4 releases, 4 takes").isEqualTo(4);
  }

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void theLastPlaceIsFilledOnce(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(1, 2);
    Actor<Void> left =
        trial.actor("left", () -> semaphore.release()).mayThrow(IllegalStateException.class);
    Actor<Void> right =
        trial.actor("right", () -> semaphore.release()).mayThrow(IllegalStateException.class);
    trial.join();
    assertThat(semaphore.availablePermits()).as("free, of 2 at most").isEqualTo(2);
    assertThat(left.thrown().isPresent() ^ right.thrown().isPresent())
        .as("exactly one was refused")
        .isTrue();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  void onePermitLetsOneIn(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    Actor<Void> left = trial.actor("left", () -> semaphore.acquire());
    Actor<Void> right = trial.actor("right", () -> semaphore.acquire());
    trial.settle();
    semaphore.release();
    trial.settle();
    assertThat(left.hasEnded() && right.hasEnded()).as("both are in with one permit").isFalse();
    semaphore.release();
    trial.join();
    assertThat(semaphore.availablePermits()).isZero();
  }

  /** The plain counter is right only if one is inside at a time and sees what the last one did. */
  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void onePermitGuardsPlainData(Trial trial) {
    CountingSemaphore semaphore = new CountingSemaphore(1);
    int[] plain = {0};
    for (String name : List.of("one", "two", "three")) {
      trial.actor(
          name,
          () ->
              repeat(
                  3,
                  () -> {
                    semaphore.acquire();
                    try {
                      plain[0]++;
                    } finally {
                      semaphore.release();
                    }
                  }));
    }
    trial.join();
    assertThat(plain[0]).isEqualTo(9);
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void inTrafficNoMorePermitsAreHeldThanThereAre(Trial trial) {
    int max = 1 + trial.random().nextInt(3);
    CountingSemaphore semaphore = new CountingSemaphore(max);
    Gauge held = new Gauge();
    List<Actor<?>> all = new ArrayList<>();
    for (String name : List.of("one", "two", "three")) {
      SplittableRandom random = new SplittableRandom(trial.random().nextLong());
      all.add(trial.actor(name, () -> repeat(4, () -> visit(semaphore, held, random, max))));
    }
    all.add(
        trial.actor(
            "watcher",
            () -> repeat(6, () -> assertThat(semaphore.availablePermits()).isBetween(0, max))));
    trial.join();
    assertThat(held.most()).as("permits held at once").isLessThanOrEqualTo(max);
    assertThat(semaphore.availablePermits()).as("free in the end").isEqualTo(max);
  }

  private static List<Boolean> tryEach(List<CountingSemaphore> semaphores) {
    return semaphores.stream().map(semaphore -> semaphore.tryAcquire(1)).toList();
  }

  private static void visit(
      CountingSemaphore semaphore, Gauge held, SplittableRandom random, int max)
      throws InterruptedException {
    int n = 1 + random.nextInt(max);
    boolean taken =
        switch (random.nextInt(3)) {
          case 0 -> semaphore.tryAcquire(n);
          case 1 -> semaphore.tryAcquire(n, 50, TimeUnit.MICROSECONDS);
          default -> {
            semaphore.acquire(n);
            yield true;
          }
        };
    if (taken) {
      held.enter(n);
      held.exit(n);
      semaphore.release(n);
    }
  }

  private static void repeat(int times, Step step) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      step.run();
    }
  }

  private interface Step {
    void run() throws InterruptedException;
  }
}
