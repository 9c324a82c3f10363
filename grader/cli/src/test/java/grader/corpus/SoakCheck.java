package grader.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import grader.Grader;
import grader.run.Installation;
import grader.run.Sandboxes;
import grader.run.Workshop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks hostile programs, four at a time, five hundred in all: nothing may grow, and nothing may
 * be left. By hand, like {@link CorpusCheck}, and where nobody else makes temporary files.
 */
class SoakCheck {

  private static final int CHECKS = 500;
  private static final int AT_A_TIME = 4;
  private static final int BETWEEN_LOOKS = 100;

  @TempDir private Path folder;

  /** What the grader holds while no check is running. */
  private record Held(long megabytes, long files, long temporary, long processes) {}

  @Test
  void manyChecksLeaveNothing() throws Exception {
    Installation installation =
        new Installation(Path.of(System.getProperty("grader.home")).normalize());
    Grader grader = new Grader(new Workshop(installation, new Sandboxes(installation)::strongest));
    List<Program> programs = Program.hostile().toList();
    List<Held> looks = new ArrayList<>();
    try (ExecutorService four = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (int begin = 0; begin < CHECKS; begin += BETWEEN_LOOKS) {
        List<Callable<String>> checks = new ArrayList<>();
        for (int i = begin; i < begin + BETWEEN_LOOKS; i++) {
          Program program = programs.get(i % programs.size());
          Path own = Files.createDirectories(folder.resolve("check-" + i));
          checks.add(() -> wrong(grader, program, own));
        }
        List<String> wrong = new ArrayList<>();
        for (Future<String> one : four.invokeAll(checks)) {
          wrong.add(one.get());
        }
        assertThat(wrong).containsOnly("");
        looks.add(look());
        System.out.println(begin + BETWEEN_LOOKS + " checks: " + looks.getLast());
      }
    }
    Held first = looks.getFirst();
    Held last = looks.getLast();
    assertThat(last.megabytes()).isLessThanOrEqualTo(first.megabytes() + 10);
    assertThat(last.files()).isLessThanOrEqualTo(first.files());
    assertThat(last.temporary()).isEqualTo(first.temporary());
    assertThat(last.processes()).isZero();
  }

  /** Empty if all is as it should be. */
  private static String wrong(Grader grader, Program program, Path own) {
    Path canary = own.resolve("canary");
    var verdict = program.verdict(grader, own, canary, true);
    boolean right = program.expects().contains(verdict) && Files.notExists(canary);
    return right ? "" : program + " " + verdict;
  }

  private static Held look() throws IOException {
    System.gc();
    long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new Held(
          bytes >> 20,
          system.getOpenFileDescriptorCount(),
          temporary.count(),
          ProcessHandle.current().descendants().count());
    }
  }
}
