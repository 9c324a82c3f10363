package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionCommandTest {

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @Test
  void solutionsAreClosedBeforeAPass() {
    Ended ended = project.grader("solution", "4", "monitor");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("--give-up");
    assertThat(project.state().standing(Project.KATA).gaveUp()).isFalse();
  }

  @Test
  void givingUpOpensThemAndIsRecorded() {
    assertThat(project.grader("solution", "4", "--give-up").out()).isEqualTo("atomic\nmonitor\n");
    assertThat(project.state().standing(Project.KATA).gaveUp()).isTrue();
    assertThat(project.grader("solution", "4", "monitor").out())
        .contains("synchronized int next()");
  }

  @Test
  void aWrongNameGivesNothingUp() {
    project.grader("solution", "4", "fastest", "--give-up");
    assertThat(project.state().standing(Project.KATA).gaveUp()).isFalse();
  }
}
