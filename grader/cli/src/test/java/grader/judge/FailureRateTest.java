package grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FailureRateTest {

  @Test
  void noFailureInManyTrialsBoundsTheRateByTheRuleOfThree() {
    assertThat(new FailureRate(0, 3_000).upperBound())
        .isCloseTo(1 - Math.pow(0.05, 1 / 3_000.0), within(1e-9));
    assertThat(new FailureRate(0, 3_000).upperBound()).isLessThan(0.001);
  }

  @Test
  void theIntervalIsClopperAndPearsons() {
    // Published for 6 of 200: 0.0111 to 0.0642.
    FailureRate rate = new FailureRate(6, 200);

    assertThat(rate.low()).isCloseTo(0.0111, within(5e-5));
    assertThat(rate.high()).isCloseTo(0.0642, within(5e-5));
  }

  @Test
  void allFailuresReachUpToOne() {
    FailureRate rate = new FailureRate(20, 20);

    assertThat(rate.high()).isEqualTo(1);
    assertThat(rate.low()).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-9));
  }

  @Test
  void noTrialSaysNothing() {
    assertThat(new FailureRate(0, 0).upperBound()).isEqualTo(1);
  }

  @Test
  void moreFailuresThanTrialsAreImpossible() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FailureRate(2, 1));
  }
}
