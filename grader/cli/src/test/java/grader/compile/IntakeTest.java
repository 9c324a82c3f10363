package grader.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import grader.kata.FrontMatter;
import grader.kata.Kata;
import grader.kata.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a submission's folder is looked at before it is read. */
class IntakeTest {

  private static final String BOX = "package box; public class Box {}";

  @TempDir private Path folder;
  private Path src;

  @BeforeEach
  void create() throws IOException {
    src = Files.createDirectories(folder.resolve("src/box"));
    Files.writeString(src.resolve("Box.java"), BOX);
  }

  @Test
  void whatPeopleWriteIsCompiled() throws IOException {
    Files.writeString(src.resolve("notes.txt"), "not Java");
    assertThat(compile()).isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators may make links there")
  void aLinkIsNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "password");
    Files.createSymbolicLink(src.resolve("Secret.java"), secret);
    assertRefused("src/box/Secret.java", "this is a link to something else");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators may make links there")
  void aLinkToAFolderIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(src.resolve("more"), elsewhere);
    assertRefused("src/box/more", "this is a link to something else");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no pipes in folders there")
  void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", src.resolve("Pipe.java").toString()).start();
    assumeTrue(made.waitFor() == 0, "mkfifo works here");
    assertRefused("src/box/Pipe.java", "this is not a file with text in it");
  }

  @Test
  void aModuleIsRefused() throws IOException {
    Files.writeString(folder.resolve("src/module-info.java"), "module box {}");
    assertRefused("src/module-info.java", "a kata is no module");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Files.writeString(src.resolve("Box.java"), BOX + " ".repeat(300_000));
    assertRefused("src/box/Box.java", "more than 262144 are not read");
  }

  @Test
  void aHundredFilesAreEnough() throws IOException {
    for (int i = 0; i < 101; i++) {
      Files.writeString(src.resolve("C" + i + ".java"), "package box; class C" + i + " {}");
    }
    assertRefused("src/", "102 files");
  }

  @Test
  void manyFilesThatAreHugeTogetherAreNotRead() throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.writeString(
          src.resolve("C" + i + ".java"), "package box; class C" + i + " {}" + " ".repeat(200_000));
    }
    assertRefused("src/", "more than 100 files or 524288 bytes");
  }

  @Test
  void theCompilerMayGiveUpAndThatIsSaid() throws IOException {
    String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
    Files.writeString(src.resolve("Box.java"), "package box; class Box { int x = " + deep + "; }");
    assertRefused("src/box/Box.java", "the compiler gave up");
  }

  private void assertRefused(String file, String message) {
    assertThat(compile())
        .isInstanceOfSatisfying(
            Compilation.Rejected.class,
            rejected ->
                assertThat(rejected.errors())
                    .anySatisfy(error -> {
                      assertThat(error.file()).isEqualTo(file);
                      assertThat(error.message()).contains(message);
                    }));
  }

  private Compilation compile() {
    FrontMatter frontMatter =
        new FrontMatter(
            "Box", "beginner", List.of(), List.of(), "box.Box", 1, Map.of(), List.of(), List.of());
    Kata kata = new Kata(folder, frontMatter);
    return new SourceCompiler(List.of())
        .compile(new Submission(kata, "src", folder.resolve("src")));
  }
}
