package safecounter.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import safecounter.LatencyStats;
import safecounter.LatencyStats.Snapshot;

/** What many threads at once may rely on. */
@CountsFor(Gate.SAFETY)
class SharingTest {

  private static final int CALLS = 8;

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void noObservationIsLost(Trial trial) {
    try (Subject subject = new Subject()) {
      for (int writer = 1; writer <= 3; writer++) {
        int first = writer * 100;
        trial.actor("writer " + writer, () -> recordFrom(subject.stats, first));
      }
      trial.join();
      assertThat(subject.stats.snapshot())
          .as("3 threads have recorded 100, 101, ..., 200, 201, ... and 300, 301, ...")
          .isEqualTo(new Snapshot(3 * CALLS, 600 * CALLS + 84, 100, 300 + CALLS - 1));
    }
  }

  private static void recordFrom(LatencyStats stats, int first) {
    for (int i = 0; i < CALLS; i++) {
      stats.record(first + i);
    }
  }

  @ConcurrentTest
  @Reveals(Bug.TORN_STATE)
  void aSnapshotNeverShowsHalfOfAChange(Trial trial) {
    try (Subject subject = new Subject()) {
      trial.actor("writer", () -> recordSame(subject.stats));
      trial.actor("bounded writer", () -> recordSameIfBelow(subject.stats));
      Actor<List<Snapshot>> reader = trial.actor("reader", () -> take(subject.stats::snapshot));
      trial.join();
      reader.result().forEach(SharingTest::requireOnlySevens);
    }
  }

  @ConcurrentTest
  @Reveals(Bug.TORN_STATE)
  void aDrainNeverTakesHalfOfAChange(Trial trial) {
    try (Subject subject = new Subject()) {
      trial.actor("writer", () -> recordSame(subject.stats));
      trial.actor("bounded writer", () -> recordSameIfBelow(subject.stats));
      Actor<List<Snapshot>> drainer = trial.actor("drainer", () -> take(subject.stats::drain));
      trial.join();
      drainer.result().forEach(SharingTest::requireOnlySevens);
      requireOnlySevens(subject.stats.snapshot());
    }
  }

  private static void recordSame(LatencyStats stats) {
    for (int i = 0; i < CALLS; i++) {
      stats.record(7);
    }
  }

  private static void recordSameIfBelow(LatencyStats stats) {
    for (int i = 0; i < CALLS; i++) {
      stats.recordIfBelow(100, 7);
    }
  }

  private static List<Snapshot> take(Callable<Snapshot> source) throws Exception {
    List<Snapshot> taken = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      taken.add(source.call());
    }
    return taken;
  }

  private static void requireOnlySevens(Snapshot seen) {
    Snapshot whole =
        seen.count() == 0
            ? new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE)
            : new Snapshot(seen.count(), 7 * seen.count(), 7, 7);
    assertThat(seen).as("every observation is 7").isEqualTo(whole);
  }

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void exactlyAsManyGetInAsTheLimitAllows(Trial trial) {
    try (Subject subject = new Subject()) {
      List<Actor<Integer>> callers = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        callers.add(trial.actor("caller " + i, () -> enter(subject.stats, 4)));
      }
      trial.join();
      assertThat(callers.stream().mapToInt(Actor::result).sum())
          .as("how often recordIfBelow(4, ...) said true, of 9 calls by 3 threads")
          .isEqualTo(4);
      assertThat(subject.stats.snapshot()).isEqualTo(new Snapshot(4, 4, 1, 1));
    }
  }

  private static int enter(LatencyStats stats, int limit) {
    int entered = 0;
    for (int i = 0; i < 3; i++) {
      entered += stats.recordIfBelow(limit, 1) ? 1 : 0;
    }
    return entered;
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void everyObservationIsInExactlyOneDrain(Trial trial) {
    try (Subject subject = new Subject()) {
      trial.actor("writer 1", () -> recordFrom(subject.stats, 100));
      trial.actor("writer 2", () -> recordFrom(subject.stats, 200));
      List<Actor<List<Snapshot>>> drainers =
          List.of(
              trial.actor("drainer 1", () -> take(subject.stats::drain)),
              trial.actor("drainer 2", () -> take(subject.stats::drain)));
      trial.join();
      List<Snapshot> all = new ArrayList<>(List.of(subject.stats.drain()));
      drainers.forEach(drainer -> all.addAll(drainer.result()));
      assertThat(all.stream().mapToLong(Snapshot::count).sum())
          .as("the counts of all drains and of the rest, after %d records", 2 * CALLS)
          .isEqualTo(2 * CALLS);
      assertThat(all.stream().mapToLong(Snapshot::sum).sum())
          .as("the sums of all drains and of the rest")
          .isEqualTo(300 * CALLS + 56);
    }
  }

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void aDrainMakesRoomForNoMoreThanTheLimit(Trial trial) {
    try (Subject subject = new Subject()) {
      List<Actor<Integer>> callers =
          List.of(
              trial.actor("caller 1", () -> enter(subject.stats, 1)),
              trial.actor("caller 2", () -> enter(subject.stats, 1)));
      Actor<List<Snapshot>> drainer = trial.actor("drainer", () -> take(subject.stats::drain));
      trial.join();
      List<Snapshot> all = new ArrayList<>(drainer.result());
      all.add(subject.stats.drain());
      assertThat(all)
          .as("drains while others call recordIfBelow(1, ...)")
          .allMatch(taken -> taken.count() <= 1);
      assertThat(all.stream().mapToLong(Snapshot::count).sum())
          .as("observations drained, compared to calls that said true")
          .isEqualTo(callers.stream().mapToInt(Actor::result).sum());
    }
  }
}
