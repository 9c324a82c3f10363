package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {

  private static final String MINE = "class NumberGiver { int mine; }\n";

  @TempDir Path root;
  private Project project;
  private String stub;

  @BeforeEach
  void create() {
    project = Project.in(root);
    stub = project.read(project.source());
  }

  @Test
  void theStubComesBackAndTheWorkIsSaved() {
    project.write(MINE);
    Ended ended = project.grader("reset", "4");
    assertThat(ended.code()).isZero();
    assertThat(project.source()).hasContent(stub);
    assertThat(backups()).hasSize(1);
    Path backup = backups().getFirst();
    assertThat(backup.resolve("numbergiver/NumberGiver.java"))
        .hasContent("package numbergiver;\n" + MINE);
    assertThat(ended.out()).contains(root.relativize(backup).toString());
    assertThat(ended.err()).contains("To get it back: ").contains("Next: ");
  }

  @Test
  void everyResetHasItsOwnBackup() {
    project.write(MINE);
    project.grader("reset", "4");
    project.write(MINE);
    project.grader("reset", "4");
    assertThat(backups()).hasSize(2);
  }

  @Test
  void nothingIsSavedOfAnUntouchedStub() {
    Ended ended = project.grader("reset", "4");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("Nothing to reset");
    assertThat(project.file(".grader")).doesNotExist();
  }

  @Test
  void otherSourcesGoAndOtherFilesStay() {
    project.write("src/numbergiver/Extra.java", "package numbergiver; class Extra {}");
    project.write("src/notes.txt", "remember");
    project.grader("reset", "4");
    assertThat(project.kata().resolve("src/numbergiver/Extra.java")).doesNotExist();
    assertThat(project.kata().resolve("src/notes.txt")).hasContent("remember");
    assertThat(backups().getFirst().resolve("notes.txt")).hasContent("remember");
    assertThat(backups().getFirst().resolve("numbergiver/Extra.java")).exists();
  }

  @Test
  void aPersonIsAskedAndNoAnswerIsNo() {
    project.write(MINE);
    assertThat(project.onTerminal("").grader("reset", "4").err())
        .contains("Reset 04-number-giver?");
    project.onTerminal("n\n").grader("reset", "4");
    project.onTerminal("\n").grader("reset", "4");
    assertThat(project.read(project.source())).contains(MINE);
    assertThat(project.file(".grader")).doesNotExist();
  }

  @Test
  void aPersonMayAgree() {
    project.write(MINE);
    project.onTerminal("y\n").grader("reset", "4");
    assertThat(project.source()).hasContent(stub);
  }

  @Test
  void yesAndNoInputAskNothing() {
    project.write(MINE);
    assertThat(project.onTerminal("").grader("reset", "4", "--yes").err()).doesNotContain("[y/N]");
    project.write(MINE);
    assertThat(project.onTerminal("").grader("reset", "4", "--no-input").err())
        .doesNotContain("[y/N]");
    assertThat(project.source()).hasContent(stub);
  }

  @Test
  void withoutABackupNothingIsTouched() throws IOException {
    project.write(MINE);
    Files.writeString(project.file(".grader"), "in the way");
    Ended ended = project.grader("reset", "4");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).contains(".grader").doesNotContain("\tat ");
    assertThat(project.read(project.source())).contains(MINE);
  }

  @Test
  void bytesThatAreNoTextAreSavedAsTheyAre() throws IOException {
    byte[] bytes = "// Zähler".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(project.source(), bytes);
    project.grader("reset", "4");
    assertThat(backups().getFirst().resolve("numbergiver/NumberGiver.java"))
        .hasBinaryContent(bytes);
  }

  @Test
  void aLostFileComesBack() throws IOException {
    Files.delete(project.source());
    Files.delete(project.source().getParent());
    assertThat(project.grader("reset", "4").code()).isZero();
    assertThat(project.source()).hasContent(stub);
  }

  private List<Path> backups() {
    try (Stream<Path> folders = Files.list(project.file(".grader/backups/04-number-giver"))) {
      return folders.sorted().toList();
    } catch (IOException missing) {
      return List.of();
    }
  }
}
