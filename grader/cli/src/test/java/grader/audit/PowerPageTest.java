package grader.audit;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Bug;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PowerPageTest {

  private static final Catch EARLY = new Catch(true, "explore, POS", 3);
  private static final Catch LATE = new Catch(true, "explore, random walk", 1_200);
  private static final Catch MISSED = new Catch(false, "", 0);

  private static PowerRow row(int early, Catch... others) {
    List<Catch> catches =
        Stream.concat(Collections.nCopies(early, EARLY).stream(), Stream.of(others)).toList();
    return new PowerRow("04-semaphore", "impostors/polls", Bug.BUSY_WAIT, catches);
  }

  @Test
  void aRowTellsHowOftenHowSurelyAndHowSoon() {
    assertThat(new PowerPage(List.of(row(199, LATE))).sections().get("04-semaphore"))
        .contains(
            "| polls | busy-wait | 200 of 200 | 98.5 % | explore, POS; explore, random walk | 3 |"
                + " 1,200 |\n");
  }

  @Test
  void twoHundredWithoutAMissAreEnough() {
    assertThat(row(200).proved()).isTrue();
  }

  @Test
  void oneMissInTwoHundredIsTooMany() {
    assertThat(row(199, MISSED).proved()).isFalse();
    assertThat(row(199, MISSED).lowerBound()).isLessThan(0.98);
  }

  @Test
  void oneMissInAThousandIsNot() {
    assertThat(row(999, MISSED).proved()).isTrue();
  }

  @Test
  void aPageKeepsTheSectionsOfOtherKatas() {
    ReportPage page = new ReportPage("# Title\n");

    String first = page.with(Map.of("03-event", "three", "04-semaphore", "four"), "");
    String second = page.with(Map.of("04-semaphore", "new"), first);

    assertThat(second).isEqualTo("# Title\n\n## 03-event\n\nthree\n\n## 04-semaphore\n\nnew\n");
  }
}
