package safecounter.hidden;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;

import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import safecounter.LatencyStats;
import safecounter.LatencyStats.Snapshot;

/** Random small programs: some order of their calls, one after the other, must explain it all. */
@CountsFor(Gate.SAFETY)
class HistoryTest {

  private static final int MOST_COUNTED = 3;

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void everyMixOfCallsLooksAsIfTheyCameOneAfterTheOther(Trial trial) {
    try (Subject subject = new Subject()) {
      Specification<LatencyStats, Snapshot> stats = Specification.of(() -> subject.stats, EMPTY);
      for (int most = 1; most <= MOST_COUNTED; most++) {
        recordIfBelow(most, stats);
      }
      stats
          .command("record(7)", one -> one.record(7), now -> done(with(7, now)))
          .command("record(-2)", one -> one.record(-2), now -> done(with(-2, now)))
          .operation("snapshot()", LatencyStats::snapshot, now -> returns(now, now))
          .operation("drain()", LatencyStats::drain, now -> returns(now, EMPTY))
          .afterwards("snapshot()", LatencyStats::snapshot, now -> returns(now, now))
          .check(trial);
    }
  }

  private static void recordIfBelow(int most, Specification<LatencyStats, Snapshot> stats) {
    stats.operation(
        "recordIfBelow(" + most + ", " + 10 * most + ")",
        one -> one.recordIfBelow(most, 10 * most),
        now -> attempt(most, now));
  }

  private static Effect<Snapshot> attempt(int most, Snapshot now) {
    return now.count() < most ? returns(true, with(10 * most, now)) : returns(false, now);
  }

  private static Snapshot with(long value, Snapshot now) {
    return new Snapshot(
        now.count() + 1, now.sum() + value, Math.min(now.min(), value), Math.max(now.max(), value));
  }

  private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
}
