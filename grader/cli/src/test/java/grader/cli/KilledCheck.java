package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the command (SIGKILL) at twenty moments of a check: nothing that it has started may outlive
 * it by two seconds, and the next check works. By hand, since it looks at the clock; like {@code
 * CorpusCheck}.
 */
class KilledCheck {

  private static final int TIMES = 20;
  private static final int LATEST_MILLIS = 8_000;
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  @TempDir Path root;

  @Test
  void nothingOutlivesItAndTheNextCheckWorks() throws Exception {
    Project project = Project.in(root);
    project.write(Project.SLOW);
    Random random = new Random(1);
    for (int time = 0; time < TIMES; time++) {
      int millis = random.nextInt(LATEST_MILLIS);
      Process command = start(project, "check", "4", "--profile", "thorough");
      boolean ended = command.waitFor(millis, TimeUnit.MILLISECONDS);
      int running = started().size();
      command.destroyForcibly().waitFor();
      TimeUnit.MILLISECONDS.sleep(GRACE.toMillis());
      List<ProcessHandle> left = started();
      System.out.printf(
          "killed after %,5d ms, with %d processes; left after 2 s: %d%n",
          millis, running, left.size());
      assertThat(ended).isFalse();
      assertThat(left).isEmpty();
    }
    Process next = start(project, "check", "4", "--profile", "quick");
    assertThat(next.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(next.exitValue()).isIn(0, 1);
  }

  private Process start(Project project, String... arguments) throws IOException {
    return new ProcessBuilder(project.command(arguments))
        .directory(root.toFile())
        .redirectErrorStream(true)
        .redirectOutput(root.resolve("output").toFile())
        .start();
  }

  /** Workers, and what confines them; all name the files of this grader. */
  private static List<ProcessHandle> started() {
    String jars = Project.builtHome().resolve("grader").toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process ->
            process
                .info()
                .commandLine()
                .filter(line -> line.contains(jars) && !line.contains("surefire"))
                .filter(line ->
                    line.contains("grader.worker.Main") || line.contains("grader.sandbox.Main"))
                .isPresent())
        .toList();
  }
}
