package grader.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Effect;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.testkit.Bug;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void aLostUpdateIsTheWriteThatCameInBetween() {
    assertThat(
            evidence(
                Bug.LOST_UPDATE,
                reads("left", 7, "count", 0),
                reads("right", 7, "count", 0),
                writes("right", 7, "count", 1),
                writes("left", 7, "count", 1)))
        .isEqualTo(
            "left reads count = 0 in line 7. Then right writes count = 1 in line 7. "
                + "After that, left writes count = 1 in line 7, as if nothing had happened.");
  }

  @Test
  void whoReadsAgainHasLostNothing() {
    assertThat(
            evidence(
                Bug.LOST_UPDATE,
                reads("left", 7, "count", 0),
                writes("right", 7, "count", 1),
                reads("left", 7, "count", 1),
                writes("left", 7, "count", 2)))
        .isEmpty();
  }

  @Test
  void anotherVariableIsNotTheSame() {
    assertThat(
            evidence(
                Bug.LOST_UPDATE,
                reads("left", 7, "count", 0),
                writes("right", 7, "other", 1),
                writes("left", 7, "count", 1)))
        .isEmpty();
  }

  @Test
  void aCheckIsOutdatedAlthoughTheActLooksAgain() {
    assertThat(
            evidence(
                Bug.CHECK_THEN_ACT,
                reads("left", 4, "free", 1),
                writes("right", 5, "free", 0),
                reads("left", 5, "free", 0),
                writes("left", 5, "free", -1)))
        .startsWith("left reads free = 1 in line 4. Then right writes free = 0 in line 5.")
        .endsWith("left writes free = -1 in line 5, because of what it saw at first.");
  }

  @Test
  void ofTwoCallsThatMayBeACheckAndItsActTheLastIsBelieved() {
    assertThat(
            evidence(
                Bug.CHECK_THEN_ACT,
                reads("left", 4, "free", 1),
                move("left", 5, "unlocks", new Effect.Hold("left", "S", false)),
                writes("right", 5, "free", 0),
                reads("left", 8, "free", 0),
                writes("left", 8, "free", -1)))
        .startsWith("left reads free = 1 in line 4. Then right writes free = 0 in line 5.");
  }

  @Test
  void aTornReadTakesItsHalvesFromTwoMoments() {
    assertThat(
            evidence(
                Bug.TORN_STATE,
                reads("reader", 9, "count", 1),
                writes("writer", 4, "count", 2),
                writes("writer", 5, "sum", 7),
                reads("reader", 10, "sum", 7)))
        .isEqualTo(
            "reader reads count = 1 in line 9. Then writer writes count = 2 in line 4. "
                + "After that, reader reads sum = 7 in line 10, which does not belong to the first.");
  }

  @Test
  void aTornWriteIsReadHalfWay() {
    assertThat(
            evidence(
                Bug.TORN_STATE,
                writes("writer", 4, "count", 2),
                reads("reader", 9, "count", 2),
                reads("reader", 10, "sum", 3),
                writes("writer", 5, "sum", 7)))
        .isEqualTo(
            "writer writes count = 2 in line 4. Then reader reads sum = 3 in line 10. "
                + "After that, writer writes sum = 7 in line 5, which is too late.");
  }

  @Test
  void whoComesBackFindsAForeignValue() {
    assertThat(
            evidence(
                Bug.LOST_UPDATE,
                writes("left", 4, "arrived", 1),
                writes("right", 4, "arrived", 2),
                reads("left", 5, "arrived", 2)))
        .endsWith("left reads arrived = 2 in line 5, not what it had written itself.");
  }

  @Test
  void anUnguardedWaitGoesOnWithoutALook() {
    assertThat(
            evidence(
                Bug.UNGUARDED_WAIT,
                move("waiter", 12, "waits"),
                move("waiter", 12, "wakes up"),
                writes("waiter", 14, "free", -1)))
        .isEqualTo(
            "waiter wakes up in line 12 although nobody has notified it, and goes on in line 14.");
  }

  @Test
  void aBusyWaitTakesStepAfterStep() {
    Move[] steps =
        IntStream.range(0, 100)
            .mapToObj(i -> reads("waiter", 20 + i % 3, "open", 0))
            .toArray(Move[]::new);

    assertThat(evidence(Bug.BUSY_WAIT, steps))
        .isEqualTo("The last 50 steps of waiter are all in lines 20 to 22: it never blocks.");
  }

  @Test
  void whoNapsIsNotSaidNeverToBlock() {
    Move[] naps =
        IntStream.range(0, 50)
            .boxed()
            .flatMap(i -> Stream.of(reads("waiter", 20, "open", 0), move("waiter", 21, "waits")))
            .toArray(Move[]::new);

    assertThat(evidence(Bug.BUSY_WAIT, naps))
        .endsWith("in lines 20 to 21: it sleeps a little, looks, and sleeps again.");
  }

  @Test
  void whoIsStuckWaitsInTheSubmissionAndTheLastNotifyIsNamed() {
    assertThat(
            stuck(
                move("one", 35, "waits"),
                move("two", 80, "notifies one", new Effect.Signal("one")),
                move("two", 80, "nobody waits here")))
        .isEqualTo(
            "one waits at S.java:35 acquire, and nobody is left to wake them. "
                + "The last to wake anybody was two in line 80: nobody waited then.");
  }

  @Test
  void anInterruptThatWasSwallowedIsNamed() {
    assertThat(
            stuck(
                move("one", 35, "waits"),
                move("test", 3, "interrupts one", new Effect.Signal("one")),
                move("one", 35, "waits")))
        .endsWith("one was interrupted and waits again in line 35.");
  }

  private static String stuck(Move... moves) {
    ThreadReport test =
        new ThreadReport("test", "WAITING", "one", "", List.of("SemaphoreTest.java:4 test"));
    ThreadReport one =
        new ThreadReport(
            "one", "WAITING", "S", "", List.of("Object.java:1 wait", "S.java:35 acquire"));
    return new Evidence(List.of(moves), "S.java"::equals)
        .of(new Outcome.Stuck(Outcome.Why.NOBODY_LEFT, List.of(test, one)));
  }

  private static String evidence(Bug bug, Move... moves) {
    return new Evidence(List.of(moves), "S.java"::equals).of(bug).orElse("");
  }

  private static Move reads(String thread, int line, String field, int value) {
    return access(thread, line, field, value, false);
  }

  private static Move writes(String thread, int line, String field, int value) {
    return access(thread, line, field, value, true);
  }

  private static Move access(String thread, int line, String field, int value, boolean writes) {
    return move(thread, line, field, new Effect.Access("S." + field, "" + value, writes));
  }

  private static Move move(String thread, int line, String what, Effect... effects) {
    return new Move(thread, what, "S.java", line, false, false, Stream.of(effects).toList());
  }
}
