package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import grader.cli.state.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when nothing more can be written; Linux has a device for this. */
class FullDiskTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    assumeTrue(Files.exists(FULL), "this system has no /dev/full");
    project = Project.in(root);
  }

  @Test
  void aCheckIsReportedEvenIfItCannotBeRemembered() throws IOException {
    project.write("public class NumberGiver {");
    Files.createDirectories(project.file(".grader"));
    Files.createSymbolicLink(project.file(".grader/state.json.next"), FULL);
    Ended ended = project.grader("check", "4");
    assertThat(ended.out()).contains("reached end of file while parsing");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err())
        .contains(".grader/state.json.next: no space is left on the disk")
        .doesNotContain("\tat ");
  }

  @Test
  void theStateStaysAsItWas() throws IOException {
    project.stateFile().update(state -> state.with("a", Standing.NONE.afterGivingUp()));
    Files.createSymbolicLink(project.file(".grader/state.json.next"), FULL);
    assertThat(project.grader("hint", "4").code()).isEqualTo(6);
    assertThat(project.state().katas()).containsOnlyKeys("a");
  }

  @Test
  void aReportThatCannotBeWrittenIsNamed() {
    project.write("public class NumberGiver {");
    Ended ended = project.grader("check", "4", "--format", "junit=/dev/full");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).contains("/dev/full: no space is left on the disk");
  }

  @Test
  void aResetWhoseBackupDoesNotFitTouchesNothing() throws Exception {
    project.write("class NumberGiver {} //" + "x".repeat(200_000));
    Path memory = Files.createDirectories(root.resolve("tiny"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", memory.toString()) == 0,
        "no file system can be mounted here");
    try {
      Ended ended = project.with("GRADER_STATE", memory.toString()).grader("reset", "4");
      assertThat(ended.code()).isEqualTo(6);
      assertThat(ended.err()).contains("no space is left on the disk");
      assertThat(project.read(project.source())).contains("xxx");
    } finally {
      assertThat(run("umount", memory.toString())).isZero();
    }
  }

  private static int run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException unknown) {
      return -1;
    }
  }
}
