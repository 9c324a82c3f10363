package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own. */
class RealProcessEndToEndTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SIGINT = 1 << 1;

  @TempDir Path root;
  private Project project;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @AfterEach
  void end() {
    started.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    started.forEach(Process::destroyForcibly);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void controlCLeavesNoWorkerAndAWholeState() throws Exception {
    assumeFalse(interruptsAreIgnored(), "started by a script, in the background: no Ctrl-C here");
    project.write(Project.SLOW);
    project
        .stateFile()
        .update(state -> state.with("other", grader.cli.state.Standing.NONE.afterGivingUp()));
    String before = Files.readString(project.file(".grader/state.json"));

    Process command = start("check", "4", "--profile", "thorough");
    await().atMost(PATIENCE).until(() -> command.descendants().findAny().isPresent());
    List<ProcessHandle> workers = command.descendants().toList();
    interrupt(command);

    assertThat(command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(command.exitValue()).isEqualTo(130);
    await().atMost(PATIENCE).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(Files.readString(project.file(".grader/state.json"))).isEqualTo(before);
    assertThat(output(command)).doesNotContain("FAILED").doesNotContain("\tat ");
  }

  @Test
  void twoChecksAtOnceAreBothRemembered() throws Exception {
    new grader.kata.Scaffold(root, "05-other").write();
    Process one = start("check", "4", "--profile", "quick");
    Process two = start("check", "5", "--profile", "quick");
    assertThat(one.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(two.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(one.exitValue()).isEqualTo(1);
    assertThat(two.exitValue()).isEqualTo(1);
    assertThat(project.state().katas()).containsOnlyKeys(Project.KATA, "05-other");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theExitCodeIsTheProcesss() throws Exception {
    Process command = start("check", "nothing");
    assertThat(command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(command.exitValue()).isEqualTo(2);
    assertThat(output(command)).contains("there is no kata 'nothing'").doesNotContain("\u001b");
  }

  /** Inference of nested generic calls is exponential, and no compiler can be interrupted. */
  @Test
  void whatTheCompilerWouldNeverFinishEndsTheCheck() throws Exception {
    String nested = "1";
    for (int depth = 0; depth < 40; depth++) {
      nested = "larger(positive ? " + nested + " : null, positive ? 1 : null)";
    }
    project.write(
        """
        public class NumberGiver {
          boolean positive;
          Object last = %s;

          static <T extends Comparable<T>> T larger(T one, T other) {
            return one;
          }

          public int next() {
            return 1;
          }
        }
        """
            .formatted(nested));
    Process command = start("check", "4");
    assertThat(command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(command.exitValue()).isEqualTo(4);
    assertThat(output(command)).contains("the compiler takes too long");
  }

  private Process start(String... arguments) throws IOException {
    Process process =
        new ProcessBuilder(project.command(arguments))
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("output-" + started.size()).toFile())
            .start();
    started.add(process);
    return process;
  }

  private String output(Process process) throws IOException {
    return Files.readString(root.resolve("output-" + started.indexOf(process)));
  }

  /** Then no JVM that is started from here ever hears of one (sigaction(2), on exec). */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(
                line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT) != 0);
  }

  private static void interrupt(Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
