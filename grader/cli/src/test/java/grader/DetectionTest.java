package grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {

  /** For small shares the rule of three: 3 divided by the share. */
  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.1, 29", "0.01, 299", "0.001, 2995", "0.00001, 299572"})
  void itTakesSoManyTrials(double share, int trials) {
    assertThat(new Detection(share).trials()).isEqualTo(trials);
  }

  @Test
  void oneTrialLessWouldNotDo() {
    assertThat(Math.pow(0.99, 299)).isLessThanOrEqualTo(0.05);
    assertThat(Math.pow(0.99, 298)).isGreaterThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 2, Double.NaN})
  void aShareLiesBetweenNoneAndAll(double share) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Detection(share));
  }
}
