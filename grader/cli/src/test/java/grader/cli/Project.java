package grader.cli;

import grader.cli.state.State;
import grader.cli.state.StateFile;
import grader.kata.Scaffold;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A project with one small kata, {@code 04-number-giver}, and a command line in front of it. */
final class Project {

  static final String KATA = "04-number-giver";

  /** A right solution whose check takes long. */
  static final String SLOW =
      """
      public class NumberGiver {
        int last;

        public synchronized int next() {
          long begin = System.nanoTime();
          while (System.nanoTime() - begin < 2_000_000) {
            Thread.onSpinWait();
          }
          return ++last;
        }
      }
      """;

  private final Path root;
  private final Path here;
  private final boolean terminal;
  private final String typed;
  private final Map<String, String> environment;
  private Path home = builtHome();

  private Project(
      Path root, Path here, boolean terminal, String typed, Map<String, String> environment) {
    this.root = root;
    this.here = here;
    this.terminal = terminal;
    this.typed = typed;
    this.environment = environment;
  }

  /** Without any kata. */
  Project(Path root) {
    this(root, root, false, "", Map.of());
  }

  static Project in(Path root) {
    new Scaffold(root, KATA).write();
    return new Project(root);
  }

  /** The same project, in front of a person who types this. */
  Project onTerminal(String answers) {
    return new Project(root, here, true, answers, environment);
  }

  /** The same project, seen from a folder of it. */
  Project from(String folder) {
    return new Project(root, root.resolve(folder), terminal, typed, environment);
  }

  Project with(String variable, String value) {
    return new Project(root, here, terminal, typed, Map.of(variable, value));
  }

  /** The same project, with a grader that was never built. */
  Project withoutInstallation() {
    Project project = new Project(root, here, terminal, typed, environment);
    project.home = root;
    return project;
  }

  /** What starts the command as a process of its own. */
  List<String> command(String... arguments) {
    String classPath =
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dgrader.home=" + builtHome(),
                "-Dgrader.root=" + root,
                "-cp",
                classPath,
                "grader.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  Path file(String name) {
    return root.resolve(name);
  }

  Path kata() {
    return root.resolve("katas").resolve(KATA);
  }

  /** The one file of the learner's. */
  Path source() {
    return kata().resolve("src/numbergiver/NumberGiver.java");
  }

  /** Writes the learner's class with this body. */
  void write(String body) {
    write("src/numbergiver/NumberGiver.java", "package numbergiver;\n" + body);
  }

  /** Writes a file of the kata. */
  void write(String file, String text) {
    try {
      Files.createDirectories(kata().resolve(file).getParent());
      Files.writeString(kata().resolve(file), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  StateFile stateFile() {
    return new StateFile(root.resolve(".grader"), warning -> {});
  }

  State state() {
    return stateFile().read();
  }

  /** Runs a command in this process. */
  Ended grader(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Context context =
        new Context(
            home,
            root,
            here,
            new BufferedReader(new StringReader(typed)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            terminal);
    int code = Main.run(context, arguments);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Where the grader itself is built. */
  static Path builtHome() {
    return Path.of(System.getProperty("grader.home", "../..")).toAbsolutePath().normalize();
  }
}
