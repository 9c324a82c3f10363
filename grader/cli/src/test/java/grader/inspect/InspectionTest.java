package grader.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.kata.FrontMatter;
import grader.kata.Kata;
import grader.kata.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

  private static final String TEST =
      """
      package box.hidden;
      class T {
        int use() throws InterruptedException {
          box.Box box = new box.Box(3);
          box.put(new box.Box.Item("a"));
          return box.size() + box.hashCode();
        }
      }
      """;
  private static final String BOX =
      """
      package box;
      public class Box {
        public record Item(String name) {}
        public Box(int capacity) {}
        public void put(Item item) throws InterruptedException { Thread.sleep(1); }
        public int size() { return 0; }
      }
      """;

  @TempDir private Path folder;

  @Test
  void whatHasEverythingIsMissingNothing() throws IOException {
    assertThat(missing(BOX)).isEmpty();
  }

  @Test
  void anInheritedMethodCounts() throws IOException {
    assertThat(
            missing(
                BOX.replace("public class Box", "public class Box extends Base")
                        .replace("public int size() { return 0; }", "")
                    + "class Base { public int size() { return 0; } }"))
        .isEmpty();
  }

  @Test
  void aMissingMethodIsNamedTogetherWithWhatLooksLikeIt() throws IOException {
    assertThat(missing(BOX.replace("int size() { return 0; }", "long size() { return 0; }")))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.where()).isEqualTo("src/box/Box.java");
          assertThat(problem.what()).isEqualTo("there is no int size()");
          assertThat(problem.advice()).contains("found long size()");
        });
  }

  @Test
  void aMissingConstructorIsShownAsOne() throws IOException {
    assertThat(missing(BOX.replace("Box(int capacity)", "Box()")))
        .extracting(Problem::what)
        .containsExactly("there is no Box(int)");
  }

  @Test
  void aMethodThatIsNotPublicIsNamed() throws IOException {
    assertThat(missing(BOX.replace("public int size()", "int size()")))
        .extracting(Problem::what)
        .containsExactly("int size() is not public");
  }

  @Test
  void aClassInTheWrongPackageIsFound() throws IOException {
    assertThat(missing(BOX.replace("package box;", "package boxes;")))
        .first()
        .satisfies(problem -> {
          assertThat(problem.what()).isEqualTo("there is no box.Box");
          assertThat(problem.advice()).contains("found boxes.Box instead: check the package line");
        });
  }

  @Test
  void aClassWithTheWrongNameIsFound() throws IOException {
    assertThat(missing(BOX.replace("Box(", "Crate(").replace("class Box", "class Crate")))
        .first()
        .satisfies(problem -> assertThat(problem.advice()).contains("box.Crate"));
  }

  @Test
  void aForbiddenCallIsFoundWithItsLine() throws IOException {
    assertThat(forbidden("java.lang.Thread#sleep"))
        .extracting(Problem::where, Problem::what)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "src/box/Box.java:5", "uses java.lang.Thread.sleep"));
  }

  @Test
  void aForbiddenTypeIsFoundByPattern() throws IOException {
    assertThat(forbidden("java.lang.Thr*"))
        .extracting(Problem::what)
        .containsExactly("uses java.lang.Thread");
  }

  @Test
  void whatIsNotOnTheListIsAllowed() throws IOException {
    assertThat(forbidden("java.util.concurrent.*Queue", "java.lang.Thread#stop")).isEmpty();
  }

  private List<Problem> missing(String source) throws IOException {
    RequiredApi required = RequiredApi.of("box", Map.of("box.hidden.T", testClass()));
    return required.missingIn(shape(source));
  }

  private List<Problem> forbidden(String... patterns) throws IOException {
    return new Forbidden(List.of(patterns)).usedBy(shape(BOX));
  }

  private byte[] testClass() throws IOException {
    Submission tests = submission("tests", Map.of("box/hidden/T.java", TEST, "box/Box.java", BOX));
    return Objects.requireNonNull(compile(tests).get("box.hidden.T"));
  }

  private SubmissionClasses shape(String source) throws IOException {
    String name = source.contains("class Crate") ? "Crate" : "Box";
    return new SubmissionClasses(
        "src", compile(submission("src", Map.of("box/" + name + ".java", source))));
  }

  private static Map<String, byte[]> compile(Submission submission) {
    Compilation compilation = new SourceCompiler(List.of()).compile(submission);
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    return ((Compilation.Compiled) compilation).classes();
  }

  private Submission submission(String name, Map<String, String> sources) throws IOException {
    Path root = folder.resolve(name);
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = root.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    FrontMatter frontMatter =
        new FrontMatter(
            "Box", "beginner", List.of(), List.of(), "box.Box", 1, Map.of(), List.of(), List.of());
    return new Submission(new Kata(folder, frontMatter), name, root);
  }
}
