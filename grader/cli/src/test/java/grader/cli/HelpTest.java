package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private static final String ESCAPE = "\u001b[";

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "list",
        "show",
        "hint",
        "explain",
        "report",
        "replay",
        "trace",
        "diff",
        "reset",
        "solution",
        "new",
        "doctor",
        "audit"
      })
  void helpLeadsWithExamples(String command) {
    Ended ended = new Project(root).grader(command, "--help");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("Examples:\n  grader " + command);
    assertThat(ended.out().indexOf("Examples:")).isLessThan(ended.out().indexOf("Usage:"));
  }

  @Test
  void withoutAnArgumentTheCommandExplainsItself() {
    Ended ended = new Project(root).grader();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("Examples:\n  grader list").contains("check");
  }

  @Test
  void theVersionIsAResult() {
    assertThat(new Project(root).grader("--version").out()).isEqualTo("grader 0.1.0\n");
  }

  @Test
  void aTerminalGetsColours() {
    assertThat(new Project(root).onTerminal("").grader("--help").out()).contains(ESCAPE);
  }

  @Test
  void nothingElseDoes() {
    Project terminal = new Project(root).onTerminal("");
    assertThat(new Project(root).grader("--help").out()).doesNotContain(ESCAPE);
    assertThat(terminal.with("NO_COLOR", "1").grader("--help").out()).doesNotContain(ESCAPE);
    assertThat(terminal.with("TERM", "dumb").grader("--help").out()).doesNotContain(ESCAPE);
    assertThat(terminal.grader("--no-color", "--help").out()).doesNotContain(ESCAPE);
  }

  @Test
  void anEmptyNoColorMeansNothing() {
    assertThat(new Project(root).onTerminal("").with("NO_COLOR", "").grader("--help").out())
        .contains(ESCAPE);
  }
}
