package grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import grader.protocol.PctTrials;
import java.util.List;
import org.junit.jupiter.api.Test;

class PctGuaranteeTest {

  private static final double EXACTLY = 1e-12;

  @Test
  void withAsManyChangesAsTheDepthNeedsItIsThePaperS() {
    // 1 / (n k^(d-1)): 1/3 for depth 1, 1/30 for depth 2, with 3 threads and 10 steps.
    assertThat(of(3, 10, new PctTrials(0, 10, 1)).missing(1)).isCloseTo(2.0 / 3, within(EXACTLY));
    assertThat(of(3, 10, new PctTrials(1, 10, 1)).missing(2)).isCloseTo(29.0 / 30, within(EXACTLY));
  }

  @Test
  void trialsMissIndependently() {
    // 2/3 * 2/3 * 2/3 * 2/3
    assertThat(of(3, 10, new PctTrials(0, 10, 4)).missing(1)).isCloseTo(16.0 / 81, within(EXACTLY));
    // 29/30 * 59/60
    assertThat(of(3, 10, new PctTrials(1, 10, 1), new PctTrials(1, 20, 1)).missing(2))
        .isCloseTo(1_711.0 / 1_800, within(EXACTLY));
  }

  @Test
  void aChangeTooManyMustFallOnAStepThatNeverComes() {
    // Of 40 steps, 30 never come: depth 1 needs both changes there, 3/4 * 3/4 * 1/3 = 3/16;
    // depth 2 either of them, and the other one on the right step: 2 * 3/4 * 1/120 = 1/80.
    PctGuarantee guarantee = of(3, 10, new PctTrials(2, 40, 1));

    assertThat(guarantee.missing(1)).isCloseTo(13.0 / 16, within(EXACTLY));
    assertThat(guarantee.missing(2)).isCloseTo(79.0 / 80, within(EXACTLY));
  }

  @Test
  void ifEveryStepComesNothingIsPromised() {
    PctGuarantee guarantee = of(3, 10, new PctTrials(2, 10, 1_000));

    assertThat(guarantee.missing(1)).isEqualTo(1);
    assertThat(guarantee.missing(2)).isEqualTo(1);
  }

  @Test
  void nothingIsPromisedForADeeperBug() {
    assertThat(of(2, 0, new PctTrials(2, 10, 1_000)).missing(3)).isEqualTo(1);
  }

  @Test
  void thePrioritiesOfALongerTrialCouldNotAllChange() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(3, 11, new PctTrials(2, 10, 1)));
  }

  private static PctGuarantee of(int threads, int points, PctTrials... trials) {
    return new PctGuarantee(threads, points, List.of(trials));
  }
}
