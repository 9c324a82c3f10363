package grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process under the launcher, and how it ended. */
record Launched(int status, String out, String err) {

  static final Path JDK = Path.of(System.getProperty("java.home"));
  static final String JAVA = JDK.resolve("bin/java").toString();
  static final String JAR = Path.of("target/grader-sandbox.jar").toAbsolutePath().toString();

  /** The launcher's own command. */
  static List<String> launcher(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                JAR,
                "grader.sandbox.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The arguments without which no JVM starts: it may read what this one has mapped. */
  private static List<String> policyForJava() throws IOException {
    List<String> policy = new ArrayList<>(List.of("--read", JDK.toString(), "--read", JAR));
    policy.addAll(List.of("--execute", JAVA));
    for (Path library : systemLibraries()) {
      policy.addAll(List.of("--execute", library.toString()));
    }
    return policy;
  }

  private static List<Path> systemLibraries() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
      return lines
          .filter(line -> line.contains(".so"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .filter(library -> !library.startsWith(JDK))
          .distinct()
          .toList();
    }
  }

  static List<String> probe(Trap trap) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-cp",
                JAR,
                "grader.sandbox.Probe"));
    command.addAll(
        trap.arguments(
            List.of(Path.of(System.getProperty("user.home")), Path.of("").toAbsolutePath())));
    return command;
  }

  static Launched run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    // What is written on the other stream meanwhile fits into its pipe.
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Launched(process.waitFor(), out, err);
  }

  /** A command with java under a launcher. */
  static List<String> confined(List<String> launcher, List<String> command) throws IOException {
    return Stream.of(launcher, policyForJava(), List.of("--"), command)
        .flatMap(List::stream)
        .toList();
  }
}
