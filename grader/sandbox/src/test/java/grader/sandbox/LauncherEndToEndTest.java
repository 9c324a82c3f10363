package grader.sandbox;

import static grader.sandbox.Launched.confined;
import static grader.sandbox.Launched.launcher;
import static grader.sandbox.Launched.probe;
import static grader.sandbox.Launched.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the real launcher. */
class LauncherEndToEndTest {

  @BeforeAll
  static void thereIsLandlock() throws Refused {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"), "skipped: Landlock is a part of Linux");
    try (Kernel kernel = new Kernel(Machine.ofThis())) {
      int error = kernel.errorOf(Call.LANDLOCK_CREATE_RULESET, 0, 0, 1);
      assumeTrue(error == 0, "skipped: this kernel has no Landlock, errno " + error);
    }
  }

  private static Launched launch(String... arguments) throws Exception {
    return run(launcher(arguments));
  }

  @Test
  void outsideEverythingIsDone() throws Exception {
    try (Trap trap = new Trap()) {
      assertThat(run(probe(trap)).out().lines())
          .isNotEmpty()
          .allMatch(line -> line.startsWith(Probe.DONE));
    }
  }

  @Test
  void insideEverythingIsDenied() throws Exception {
    try (Trap trap = new Trap()) {
      Launched ended = run(confined(launcher(), probe(trap)));

      assertThat(ended.out().lines())
          .hasSizeGreaterThan(15)
          .noneMatch(line -> line.startsWith(Probe.DONE));
      assertThat(ended.status()).as(ended.err()).isZero();
    }
  }

  @Test
  void aFolderThatIsGivenCanBeWritten(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("Write.java");
    Files.writeString(
        source,
        "void main(String[] a) throws Exception {"
            + " java.nio.file.Files.writeString(java.nio.file.Path.of(a[0]), \"new\"); }");
    Path written = folder.resolve("written");

    Launched ended =
        run(
            confined(
                launcher("--write", folder.toString()),
                List.of(Launched.JAVA, source.toString(), written.toString())));

    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(written).hasContent("new");
  }

  @Test
  void theExitStatusIsTheCommands() throws Exception {
    Launched ended = run(confined(launcher(), List.of(Launched.JAVA, "-cp", "/", "No")));

    assertThat(ended.status()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsGivenCanBeExecuted() throws Exception {
    assertThat(launch("--", "/bin/true"))
        .isEqualTo(
            new Launched(125, "", "sandbox: execute /bin/true: permission denied (errno 13)\n"));
  }

  @Test
  void aPathThatIsMissingIsAFailure() throws Exception {
    assertThat(launch("--read", "/no/such/file", "--", "/bin/true"))
        .isEqualTo(
            new Launched(
                125, "", "sandbox: Landlock, open /no/such/file: no such file (errno 2)\n"));
  }

  @Test
  void anotherParentThanTheExpectedIsAFailure() throws Exception {
    assertThat(launch("--parent", "1", "--", "/bin/true"))
        .isEqualTo(new Launched(125, "", "sandbox: process 1 has ended, or is not the parent\n"));
  }

  @Test
  void aWordThatIsNotKnownIsAFailure() throws Exception {
    Launched ended = launch("--raed", "/", "--", "/bin/true");

    assertThat(ended.status()).isEqualTo(125);
    assertThat(ended.err()).startsWith("sandbox: --raed is not known; usage:");
  }

  @Test
  void theCommandHasNoPrivilegesAndASessionOfItsOwn() throws Exception {
    String parent = Long.toString(ProcessHandle.current().pid());
    String classes = Path.of("target/test-classes").toAbsolutePath().toString();
    Process process =
        new ProcessBuilder(
                confined(
                    launcher("--parent", parent, "--read", classes),
                    List.of(Launched.JAVA, "-cp", classes, "grader.sandbox.Idle")))
            .start();
    try {
      assertThat(process.getInputStream().read()).as("it has begun").isEqualTo('.');
      List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));

      assertThat(status)
          .contains("NoNewPrivs:\t1", "Seccomp:\t2", "CapEff:\t0000000000000000")
          .contains("CapPrm:\t0000000000000000");
      assertThat(session(process.pid())).isEqualTo(process.pid());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The sixth field of /proc/PID/stat; the second one ends with the last bracket. */
  private static long session(long process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
  }
}
