package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that cannot be run: file, line and what was expected, and exit code 4. */
class FaultySourceEndToEndTest {

  private static final String RIGHT =
      "public class NumberGiver { public int next() { return 1; } }";

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @Test
  void sourceThatDoesNotCompileIsNamedWithItsLine() {
    project.write("public class NumberGiver {\n  public int next() { return x; }\n}");
    assertFaulty("NumberGiver.java:3", "cannot find symbol");
  }

  @Test
  void anUnfinishedSourceDoesNotCompile() {
    project.write("public class NumberGiver {");
    assertFaulty("NumberGiver.java:2", "reached end of file while parsing");
  }

  @Test
  void theWrongPackageIsAnApiMismatch() {
    project.write("src/numbergiver/NumberGiver.java", "package number;\n" + RIGHT);
    assertFaulty("numbergiver.NumberGiver", "package");
  }

  @Test
  void noPackageIsAnApiMismatch() {
    project.write("src/numbergiver/NumberGiver.java", RIGHT);
    assertFaulty("numbergiver.NumberGiver", "package");
  }

  @Test
  void theWrongClassNameIsAnApiMismatch() throws IOException {
    Files.delete(project.source());
    project.write(
        "src/numbergiver/Numbers.java",
        "package numbergiver;\n" + RIGHT.replace("NumberGiver", "Numbers"));
    assertFaulty("numbergiver.NumberGiver");
  }

  @Test
  void aMissingMethodIsAnApiMismatch() {
    project.write("public class NumberGiver { public int following() { return 1; } }");
    assertFaulty("next()");
  }

  @Test
  void anotherReturnTypeIsAnApiMismatch() {
    project.write("public class NumberGiver { public long next() { return 1; } }");
    assertFaulty("next()");
  }

  @Test
  void aMethodThatIsNotPublicIsAnApiMismatch() {
    project.write("public class NumberGiver { int next() { return 1; } }");
    assertFaulty("next()", "public");
  }

  @Test
  void aClassThatIsNotPublicIsAnApiMismatch() {
    project.write("class NumberGiver { public int next() { return 1; } }");
    assertFaulty("NumberGiver", "public");
  }

  @Test
  void whatTheKataForbidsIsNotRun() {
    project.write(
        """
        public class NumberGiver {
          public int next() {
            try {
              Thread.sleep(1);
            } catch (InterruptedException e) {
              return 0;
            }
            return 1;
          }
        }
        """);
    assertFaulty("NumberGiver.java:5", "Thread.sleep");
  }

  @Test
  void anEmptyFolderIsSaid() throws IOException {
    Files.delete(project.source());
    assertFaulty("no Java source", "src/numbergiver/NumberGiver.java");
  }

  @Test
  void aMissingFolderIsSaid() throws IOException {
    Files.delete(project.source());
    Files.delete(project.source().getParent());
    Files.delete(project.kata().resolve("src"));
    assertFaulty("no Java source", "src/numbergiver/NumberGiver.java");
  }

  @Test
  void aFileThatIsNotUtf8IsNamedWithItsLine() throws IOException {
    byte[] bytes =
        ("package numbergiver;\n// Zähler\n" + RIGHT).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(project.source(), bytes);
    assertFaulty("NumberGiver.java:2", "not UTF-8");
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    project.write("src/numbergiver/NumberGiver.java", "\uFEFFpackage number;\n" + RIGHT);
    assertFaulty("numbergiver.NumberGiver");
  }

  private void assertFaulty(String... parts) {
    Ended ended = project.grader("check", "4", "--profile", "quick");
    assertThat(ended.err()).doesNotContain("\tat ");
    assertThat(ended.out().replaceAll("\\s+", " ")).contains(parts);
    assertThat(ended.code()).isEqualTo(4);
    assertThat(project.state().standing(Project.KATA).checks()).isEqualTo(1);
  }
}
