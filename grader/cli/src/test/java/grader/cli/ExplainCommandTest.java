package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Bug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCommandTest {

  private static final int COLUMNS = 80;

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource
  void everyBugIsExplainedInEightyColumns(Bug bug) throws IOException {
    Path pages = root.resolve("hints/bugs");
    Files.createDirectories(pages);
    Files.copy(Path.of("../../hints/bugs", bug.slug() + ".md"), pages.resolve(bug.slug() + ".md"));

    Ended ended = new Project(root).grader("explain", bug.slug());

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("What happened", "Why", "The way out", "See it", "Read on");
    assertThat(
            ended.out().lines().filter(line -> !line.startsWith("    ") && !line.startsWith("|")))
        .allMatch(line -> line.length() <= COLUMNS);
  }

  @Test
  void withoutABugAllAreListed() {
    String list = new Project(root).grader("explain").out();

    assertThat(list.lines()).hasSize(Bug.values().length);
    assertThat(list).contains("lost-wakeup                a thread sleeps although");
  }

  @Test
  void aNameThatIsNearlyRightIsUnderstood() {
    Ended ended = new Project(root).grader("explain", "lost-wakup");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("there is no bug 'lost-wakup'. Did you mean lost-wakeup?")
        .contains("Next: grader explain");
  }

  @Test
  void spacesAndCapitalsDoNotMatter() throws IOException {
    Path page = root.resolve("hints/bugs/lost-wakeup.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "# A lost wake-up\n");

    assertThat(new Project(root).grader("explain", "Lost Wakeup").out())
        .startsWith("A lost wake-up\n");
  }

  @Test
  void aPageThatIsNotThereIsNamed() {
    Ended ended = new Project(root).grader("explain", "deadlock");

    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).contains("hints/bugs/deadlock.md").doesNotContain("Exception");
  }
}
