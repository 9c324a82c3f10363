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
      new Sign("T.sleeps", Engine.EXPLORE, "Revealed", "keeps running", "busy-wait");
  private static final Sign WAKES =
      new Sign("T.wakes", Engine.EXPLORE, "stuck nobody_left", "one, two", "lost-wakeup");
  private static final Sign COUNTS =
      new Sign("T.counts", Engine.EXPLORE, "AssertionError", "# of #", "lost-update");

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
    Sign other = new Sign("T.wakes", Engine.STRESS, "Revealed", "# wait", "lost-wakeup");

    assertThat(KNOWN.nearest(other)).startsWith("notify-once");
  }

  @Test
  void aBugThatNoneOfThemShowsIsNoneOfThem() {
    Sign other = new Sign("T.wakes", Engine.EXPLORE, "stuck cycle", "one, two", "deadlock");

    assertThat(KNOWN.mistake(other)).isEmpty();
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
        .hasMessageContaining("expected 6 columns, not 2");
  }

  @Test
  void anUnknownEngineIsNamed() {
    String line = "spins\tT.sleeps\tSTEAM\tk\td\tbusy-wait";

    assertThatThrownBy(() -> Behaviours.parse(Path.of("04.tsv"), List.of("head", line)))
        .isInstanceOf(BrokenKata.class)
        .hasMessageContaining("STEAM");
  }
}
