package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import grader.run.Installation;
import grader.run.Sandbox;
import grader.run.SandboxKind;
import grader.run.Sandboxes;
import grader.run.WorkerFailure;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks run in a sandbox as they do without, or not at all. */
class SandboxEndToEndTest {

  @TempDir Path root;

  /** Grades the solution of a real kata. */
  private Ended check(SandboxKind kind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path home = Project.builtHome();
    Context context =
        new Context(
            home,
            home,
            home,
            new BufferedReader(new StringReader("")),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("GRADER_STATE", root.toString()),
            false);
    int code =
        Main.run(
            context,
            ("check 4 --submission solutions/monitor --seed 7 --profile quick --sandbox "
                    + kind.label())
                .split(" ", -1));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void theVerdictIsTheSameInside(SandboxKind kind) {
    assumeProved(kind);

    Ended inside = check(kind);

    assertThat(inside.code()).as(inside.err()).isZero();
    assertThat(inside).isEqualTo(check(SandboxKind.NONE));
  }

  private static void assumeProved(SandboxKind kind) {
    try {
      Sandbox proved = new Sandboxes(new Installation(Project.builtHome())).only(kind);
      assertThat(proved.kind()).isEqualTo(kind);
    } catch (WorkerFailure absent) {
      assumeTrue(false, "skipped: " + absent.getMessage());
    }
  }

  @Test
  void aSandboxThatIsWantedAndNotThereIsTheMachinesFault() {
    Ended ended =
        Project.in(root).withoutInstallation().grader("check", "4", "--sandbox", "landlock");

    assertThat(ended.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("grader: the sandbox landlock cannot be used here: ")
        .contains("Next: grader doctor");
  }

  @Test
  void aCheckWithoutAnySaysSo() {
    Ended ended = Project.in(root).withoutInstallation().grader("check", "4");

    assertThat(ended.err().lines())
        .contains("No sandbox here: what a submission does, it does as you. Why: grader doctor");
  }

  @Test
  void aCheckThatWantsNoneSaysNothing() {
    Ended ended = Project.in(root).withoutInstallation().grader("check", "4", "--sandbox", "none");

    assertThat(ended.err()).doesNotContain("sandbox");
  }

  @Test
  void theDoctorTellsOfEach() {
    assertThat(Project.in(root).grader("doctor").out().lines())
        .filteredOn(line -> line.contains(" sandbox "))
        .anyMatch(line -> line.contains("landlock"))
        .anyMatch(line -> line.contains("uid"))
        .anyMatch(line -> line.contains("bubblewrap"));
  }
}
