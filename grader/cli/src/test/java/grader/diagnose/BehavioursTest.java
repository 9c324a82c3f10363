package grader.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.kata.BrokenKata;
import grader.protocol.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BehavioursTest {

  private static final Sign SLEEPS =
      new Sign("T.sleeps", Engine.EXPLORE, "Revealed", "keeps running", "busy-wait", "", "spin");
  private static final Sign WAKES =
      new Sign(
          "T.wakes",
          Engine.EXPLORE,
          "stuck nobody_left",
          "one, two",
          "lost-wakeup",
          "",
          "lock wait");
  private static final Sign COUNTS =
      new Sign(
          "T.counts", Engine.EXPLORE, "AssertionError", "# of #", "lost-update", "data-race", "");

  private static final Behaviours KNOWN =
      new Behaviours(
          List.of(
              new Behaviour("spins", List.of(SLEEPS)),
              new Behaviour("notify-once", List.of(WAKES, SLEEPS)),
              new Behaviour("counts-outside", List.of(COUNTS))));

  @Test
  void whoFailsInTheSameWayIsRecognised() {
    assertThat(KNOWN.mistake(WAKES)).contains("notify-once");
    assertThat(KNOWN.mistake(COUNTS)).contains("counts-outside");
  }

  @Test
  void ofTwoThatFailAlikeTheFirstIsMeant() {
    assertThat(KNOWN.mistake(SLEEPS)).contains("spins");
  }

  @Test
  void theSameTestSaysMoreThanTheSameEngine() {
    Sign other =
        new Sign("T.wakes", Engine.STRESS, "Revealed", "# wait", "lost-wakeup", "", "lock wait");

    assertThat(KNOWN.nearest(other)).startsWith("notify-once");
  }

  @Test
  void aBugThatNoneOfThemShowsIsNoneOfThem() {
    Sign other =
        new Sign("T.wakes", Engine.EXPLORE, "stuck cycle", "one, two", "deadlock", "", "lock");

    assertThat(KNOWN.mistake(other)).isEmpty();
  }

  @Test
  void ofTwoThatFailTheSameTestTheOneWithTheSameMeansIsMeant() {
    Behaviours two =
        new Behaviours(
            List.of(
                new Behaviour("volatile-fields", List.of(counts("", "volatile"))),
                new Behaviour("plain-fields", List.of(counts("lost-update", ""))),
                new Behaviour("get-then-set", List.of(counts("", "atomic")))));

    assertThat(two.mistake(counts("", "atomic concurrent"))).contains("get-then-set");
    assertThat(two.mistake(counts("lost-update", "concurrent"))).contains("plain-fields");
  }

  private static Sign counts(String race, String means) {
    return new Sign("T.counts", Engine.EXPLORE, "AssertionError", "", "lost-update", race, means);
  }

  @Test
  void nothingKnownIsNothingRecognised() {
    assertThat(new Behaviours(List.of()).mistake(WAKES)).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Path file = Path.of("04.tsv");

    assertThat(Behaviours.parse(file, KNOWN.text().lines().toList())).isEqualTo(KNOWN);
  }

  @Test
  void aLineThatIsCutIsNamed() {
    assertThatThrownBy(
            () -> Behaviours.parse(Path.of("04.tsv"), List.of("head", "spins\tT.sleeps")))
        .isInstanceOf(BrokenKata.class)
        .hasMessageContaining("04.tsv")
        .hasMessageContaining("2")
        .hasMessageContaining("expected 8 columns, not 2");
  }

  @Test
  void anUnknownEngineIsNamed() {
    String line = "spins\tT.sleeps\tSTEAM\tk\td\tbusy-wait\t\tlock";

    assertThatThrownBy(() -> Behaviours.parse(Path.of("04.tsv"), List.of("head", line)))
        .isInstanceOf(BrokenKata.class)
        .hasMessageContaining("STEAM");
  }
}
