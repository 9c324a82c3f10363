package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalReportTest {

  private static final Style RICH = new Style(true, true, 100);

  @ParameterizedTest
  @EnumSource
  void isAsInItsGoldenFile(Sample sample) throws IOException {
    Golden.assertMatches(sample, "terminal.txt", plain(sample));
  }

  @ParameterizedTest
  @EnumSource(names = {"PASSED", "FLAKY", "HOSTILE"})
  void withColoursAndUnicodeItIsAsInItsGoldenFile(Sample sample) throws IOException {
    Golden.assertMatches(sample, "terminal-rich.txt", rich(sample));
  }

  @ParameterizedTest
  @EnumSource
  void needsNothingButAsciiAndEightyColumns(Sample sample) {
    assertThat(plain(sample).lines()).allSatisfy(line -> assertThat(line).matches("[ -~]{0,80}"));
  }

  @ParameterizedTest
  @EnumSource
  void fitsANarrowTerminal(Sample sample) {
    String report =
        TerminalReport.write(sample.assessment(), new Style(false, true, 60), sample.nudge());

    assertThat(report.lines())
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(60));
  }

  @ParameterizedTest
  @EnumSource
  void saysTheSameWithoutColours(Sample sample) {
    String colourless =
        TerminalReport.write(sample.assessment(), new Style(false, true, 100), sample.nudge());

    assertThat(rich(sample).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(colourless);
  }

  @ParameterizedTest
  @EnumSource
  void noLineIsACommandToACiService(Sample sample) {
    assertThat((plain(sample) + rich(sample)).lines())
        .allSatisfy(
            line -> assertThat(line).doesNotContainPattern("^[\\s\\p{Zs}]*::|##[A-Za-z]*\\["));
  }

  @ParameterizedTest
  @EnumSource
  void endsWithTheNextCommand(Sample sample) {
    assertThat(plain(sample).lines().toList().getLast()).startsWith("Next: grader ");
  }

  @Test
  void aPassSaysHowSureItIs() {
    assertThat(flat(plain(Sample.PASSED)))
        .contains(
            "0 failures in 400 trials of 2 tests: a true failure rate of a test above 1.5 % is"
                + " unlikely (95 %).");
  }

  @Test
  void flakyIsCalledLuck() {
    assertThat(flat(plain(Sample.FLAKY)))
        .contains("right only by luck: 2 of 57 trials", "between 0.42 % and 13 %");
  }

  @Test
  void theCircleOfADeadlockIsInWords() {
    assertThat(plain(Sample.DEADLOCK))
        .contains("The circle: giver waits for taker, taker waits for giver.");
  }

  @Test
  void whoHasNotBegunLearnsWhere() {
    assertThat(plain(Sample.NOT_STARTED))
        .contains("katas/04-semaphore/src/semaphore/CountingSemaphore.java:8", "grader show 4");
  }

  @Test
  void aSpentBudgetIsNobodysFault() {
    assertThat(flat(plain(Sample.INCONCLUSIVE)))
        .contains("81 of 4,201 trials ran", "nobody's fault", "--budget 10m");
  }

  @Test
  void theCaretPointsAtTheColumn() {
    List<String> lines = plain(Sample.DOES_NOT_COMPILE).lines().toList();

    int caret = lines.stream().map(String::strip).toList().indexOf("^");
    assertThat(lines.get(caret - 1).charAt(lines.get(caret).indexOf('^'))).isEqualTo('a');
  }

  @Test
  void manyTestsStillFitOnOneScreen() {
    assertThat(plain(Sample.MANY_TESTS).lines()).hasSizeLessThan(36);
    assertThat(flat(plain(Sample.MANY_TESTS)))
        .contains("ok 10 tests sequential 10, stress 2,000", "FLAKY test 10", "- 4 tests not run");
  }

  @Test
  void aNudgeIsPrintedIfThereIsOne() {
    assertThat(plain(Sample.FLAKY)).contains("Between the look and the step");
  }

  @Test
  void aScreenReaderIsToldOneStepAfterTheOther() {
    String report =
        TerminalReport.write(Sample.INTERLEAVING.assessment(), Style.LINEAR, Optional.empty());
    assertThat(report)
        .contains(
            "How it came to that (step by step, 1 preemption)\n  left: 7 locks\n",
            "\n  right: 7 waits for the lock\n  (the clock goes on to 5 microseconds)\n");
    assertThat(report).isASCII();
  }

  @Test
  void withoutAStyleItIsPlain() {
    assertThat(TerminalReport.write(Sample.FAILED.assessment()))
        .isEqualTo(TerminalReport.write(Sample.FAILED.assessment(), Style.PLAIN, Optional.empty()));
  }

  private static String plain(Sample sample) {
    return TerminalReport.write(sample.assessment(), Style.PLAIN, sample.nudge());
  }

  private static String rich(Sample sample) {
    return TerminalReport.write(sample.assessment(), RICH, sample.nudge());
  }

  private static String flat(String report) {
    return String.join(" ", Arrays.asList(report.strip().split("\\s+")));
  }
}
