package grader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A confined process ends with this JVM, and not with the thread that wanted it. */
class StarterEndToEndTest {

  private static final Path HOME =
      Path.of(System.getProperty("grader.home", "../..")).toAbsolutePath().normalize();
  private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @BeforeAll
  static void thereIsASandbox() {
    SandboxFinding landlock = new Sandboxes(new Installation(HOME)).examine().getFirst();
    assumeTrue(landlock.proved(), () -> "skipped, no Landlock: " + landlock.problem().orElse(""));
  }

  static Process echo(Path home) throws IOException {
    Sandbox sandbox = new Sandbox(SandboxKind.LANDLOCK, new Installation(home));
    return Starter.start(
        new ProcessBuilder(
            sandbox.around(
                List.of(
                    Installation.java().toString(), "-cp", CLASSES.toString(), "grader.run.Echo"),
                new Access(List.of(CLASSES), List.of()))));
  }

  @Test
  void itStaysWhenTheThreadThatWantedItHasEnded() throws Exception {
    FutureTask<Process> wish =
        new FutureTask<>(() -> {
          Process begun = echo(HOME);
          // From here on it is confined, and ends with what Linux takes for its parent.
          assertThat(answer(begun)).isEqualTo('x');
          return begun;
        });
    Thread shortLived = Thread.ofPlatform().start(wish);
    Process process = wish.get();
    shortLived.join();
    try {
      assertThat(answer(process)).isEqualTo('x');
    } finally {
      process.destroyForcibly();
    }
  }

  private static int answer(Process echo) throws IOException {
    echo.getOutputStream().write('x');
    echo.getOutputStream().flush();
    return echo.getInputStream().read();
  }

  @Test
  void itEndsWhenItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                Installation.java().toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "grader.run.EchoParent",
                HOME.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle echo =
        ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();

    parent.destroyForcibly().waitFor();

    // Its input has ended, too, but that it would outlast.
    await().atMost(PATIENCE).until(() -> !echo.isAlive());
  }
}
