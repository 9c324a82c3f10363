package grader.run;

import grader.sandbox.Main;
import grader.sandbox.Probe;
import grader.sandbox.Trap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Has a program try, inside a sandbox, what no submission may do. */
final class SandboxProof {

  private static final long MOST_SECONDS = 60;

  private final Sandbox sandbox;
  private final Installation installation;

  SandboxProof(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.installation = sandbox.installation();
  }

  /** Tries everything; takes about a second. */
  SandboxFinding find() {
    return new SandboxFinding(sandbox.kind(), problem());
  }

  private Optional<String> problem() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("there is none for " + System.getProperty("os.name"));
    }
    if (!Files.exists(installation.sandbox())) {
      return Optional.of("its launcher is not built; run ./mvnw package -DskipTests");
    }
    try (Trap trap = new Trap()) {
      return problem(trap);
    } catch (IOException impossible) {
      return Optional.of(String.valueOf(impossible.getMessage()));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new WorkerFailure("interrupted while a sandbox was tried", ended);
    }
  }

  private Optional<String> problem(Trap trap) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            sandbox.around(probe(trap), new Access(List.of(installation.sandbox()), List.of())));
    builder.environment().clear();
    Process process = Starter.start(builder);
    try {
      // What they write is less than a pipe holds.
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        return Optional.of("the probe did not end");
      }
      String done = text(process.inputReader(StandardCharsets.UTF_8).lines().toList());
      String complaint =
          process.errorReader(StandardCharsets.UTF_8).lines().findFirst().orElse("the probe ended");
      if (!done.isEmpty()) {
        return Optional.of("in it one can " + done);
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(complaint.replaceFirst("^" + Main.COMPLAINT, ""));
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> probe(Trap trap) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Installation.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                installation.sandbox().toString(),
                "grader.sandbox.Probe"));
    command.addAll(
        trap.arguments(List.of(Path.of(System.getProperty("user.home")), installation.root())));
    return command;
  }

  private static String text(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(Probe.DONE))
        .map(line -> line.substring(Probe.DONE.length()))
        .collect(Collectors.joining(", "));
  }
}
