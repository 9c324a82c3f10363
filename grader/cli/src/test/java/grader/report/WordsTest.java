package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Bug;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "0.01487, 1.5 %",
    "0.0101, 1.1 %",
    "0.001, 0.10 %",
    "0.1234, 13 %",
    "0.05, 5.0 %",
    "0, 0 %",
    "0.999, 100 %",
    "1, 100 %"
  })
  void aPercentageHasTwoDigitsThatDoNotPromiseTooMuch(double rate, String shown) {
    assertThat(Words.percent(rate, RoundingMode.CEILING)).isEqualTo(shown);
  }

  @Test
  void oneIsSingular() {
    assertThat(Words.count(1, "trial")).isEqualTo("1 trial");
    assertThat(Words.count(3_600, "trial")).isEqualTo("3,600 trials");
  }

  @ParameterizedTest
  @EnumSource
  void everyBugHasANameThatFitsIntoASentence(Bug bug) {
    assertThat(BugName.of(bug)).matches("[a-z]+([ -][a-z]+)*");
  }

  @Test
  void aLostWakeupHasAnArticle() {
    assertThat(BugName.of(Bug.LOST_WAKEUP)).isEqualTo("a lost wake-up");
  }
}
