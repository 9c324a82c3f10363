package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  // A process of its own writes the file; a busy machine may take long to start it.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @Test
  void beforeTheFirstCheckThereIsNone() {
    Ended ended = project.grader("report", "4");

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err())
        .contains("04-number-giver has not been checked yet", "Next: grader check 04-number-giver");
  }

  @Test
  void theLastOneIsNamed() throws IOException {
    Path page = keep("<p>last</p>");

    assertThat(project.grader("report", "4").out().strip()).endsWith(page.getFileName().toString());
  }

  @Test
  void itCanBeCopied() throws IOException {
    Path ignored = keep("<p>last</p>");

    assertThat(project.grader("report", "4", "--output", "out/page.html").code()).isZero();
    assertThat(project.file("out/page.html")).hasContent("<p>last</p>");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // A script stands in for the browser.
  void theBrowserIsGivenItsAddress() throws IOException {
    Path page = keep("<p>last</p>");
    Path seen = root.resolve("seen");
    Path browser = Files.writeString(root.resolve("browser"), "#!/bin/sh\necho \"$1\" > " + seen);
    assertThat(browser.toFile().setExecutable(true)).isTrue();

    Ended ended = project.with("BROWSER", browser.toString()).grader("report", "4", "--open");

    assertThat(ended.code()).isZero();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(seen).hasContent(page.toUri().toString()));
  }

  @Test
  void aBrowserThatIsNotThereIsOurTrouble() throws IOException {
    Path ignored = keep("<p>last</p>");

    Ended ended = project.with("BROWSER", "no-such-browser").grader("report", "4", "--open");

    assertThat(ended.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(ended.err()).contains("open it yourself");
  }

  private Path keep(String page) throws IOException {
    Path file = project.file(".grader/reports/04-number-giver.html");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, page);
  }
}
