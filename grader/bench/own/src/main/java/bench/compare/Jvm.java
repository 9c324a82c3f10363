package bench.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts a tool on one processor, and waits for the one line that counts. */
final class Jvm {

  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final String PROCESSOR = System.getenv().getOrDefault("BENCH_PROCESSOR", "0");
  private static final List<String> KINDS = List.of("RATE", "FOUND", "NOTHING", "ESCAPED");

  private Jvm() {}

  /** Whether tools are held on one processor. */
  static boolean pins() {
    return Files.isExecutable(TASKSET);
  }

  /** What it said; {@code LATE} after this many seconds, {@code BROKEN} if it ended in silence. */
  static String run(List<String> command, int patience, boolean pinned)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>();
    if (pinned && pins()) {
      whole.addAll(List.of(TASKSET.toString(), "-c", PROCESSOR));
    }
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.remove("_JAVA_OPTIONS");
    Process process = builder.start();
    // A comparison that is stopped must not leave a tool running.
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> read(process));
      if (!process.waitFor(patience, TimeUnit.SECONDS)) {
        return "LATE " + patience;
      }
      return line.join();
    } finally {
      process.destroyForcibly();
      process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private static String read(Process process) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      return reader
          .lines()
          .filter(line -> KINDS.contains(line.split(" ", 2)[0]))
          .findFirst()
          .orElse("BROKEN");
    } catch (IOException | java.io.UncheckedIOException cut) {
      return "BROKEN";
    }
  }
}
