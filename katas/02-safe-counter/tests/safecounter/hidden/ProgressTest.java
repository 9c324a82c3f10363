package safecounter.hidden;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import safecounter.LatencyStats;

/** Every call comes to an end, whatever other calls did before. */
@CountsFor(Gate.LIVENESS)
class ProgressTest {

  @ConcurrentTest
  @Reveals(Bug.LOCK_NOT_RELEASED)
  void aRefusedLimitLeavesTheObjectUsableByOtherThreads(Trial trial) {
    try (Subject subject = new Subject()) {
      Actor<Void> refused =
          trial.actor("caller with a negative limit", () -> refuse(subject.stats));
      trial.join(refused);
      trial.actor("writer", () -> subject.stats.record(5));
      trial.actor("reader", subject.stats::snapshot);
      trial.join();
    }
  }

  private static void refuse(LatencyStats stats) {
    assertThatIllegalArgumentException().isThrownBy(() -> stats.recordIfBelow(-1, 5));
  }

  @ConcurrentTest
  @Reveals(Bug.LOCK_NOT_RELEASED)
  void aFullLimitLeavesTheObjectUsableByOtherThreads(Trial trial) {
    try (Subject subject = new Subject()) {
      Actor<Boolean> full =
          trial.actor("caller who is too late", () -> subject.stats.recordIfBelow(0, 5));
      trial.join(full);
      trial.actor("writer", () -> subject.stats.record(5));
      trial.actor("drainer", subject.stats::drain);
      trial.join();
    }
  }

  @ConcurrentTest
  @Reveals(Bug.STALE_READ)
  void aReaderWhoLooksAgainAndAgainSeesTheObservation(Trial trial) {
    try (Subject subject = new Subject()) {
      trial.actor("writer", () -> subject.stats.record(5));
      trial.eventually(
          "a snapshot counts the observation", () -> subject.stats.snapshot().count() == 1);
      trial.join();
    }
  }
}
