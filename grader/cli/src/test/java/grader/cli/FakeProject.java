package grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project with the real launcher, a Maven that only pretends to build, and JDKs that only pretend
 * to run.
 */
final class FakeProject {

  private static final Path REAL_BIN = Path.of("..", "..", "bin").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "env",
          "find",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sleep",
          "tail");

  private static final String MVNW =
      """
      echo "built with $JAVA_HOME" >>builds
      echo "what Maven says"
      [ ! -f slow ] || sleep 2
      [ ! -f broken ] || exit 1
      mkdir -p grader/boot/target grader/sandbox/target grader/worker/target grader/cli/target/lib
      touch grader/boot/target/grader-boot.jar grader/sandbox/target/grader-sandbox.jar
      touch grader/worker/target/grader-worker.jar
      touch grader/cli/target/grader-cli.jar grader/cli/target/lib/one.jar
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in -XX:AOTCacheOutput=*) exit 0 ;; esac
      done
      echo "$0 $*"
      [ "${2-}" = grader.cli.Main ] && [ "${3-}" = exit ] && exit "$4"
      exit 0
      """;

  private final Path place;
  private final Path root;

  FakeProject(Path place) {
    this.place = place;
    this.root = place.resolve("the project");
    write("the project/pom.xml", "");
    write("the project/grader/cli/src/main/java/Some.java", "");
    write("the project/mvnw", MVNW);
    copyLauncher();
    collectTools();
  }

  Path root() {
    return root;
  }

  Path at(String name) {
    return place.resolve(name);
  }

  /** Puts a JDK into a folder of the fake machine. */
  Path jdk(String folder, String version) {
    Path home = runtime(folder, version);
    program(folder + "/bin/javac", "#!/bin/sh\n");
    return home;
  }

  /** Puts a Java without a compiler into a folder of the fake machine. */
  Path runtime(String folder, String version) {
    write(folder + "/release", "IMPLEMENTOR=\"Some\"\nJAVA_VERSION=\"" + version + "\"\n");
    program(folder + "/bin/java", JAVA);
    return at(folder);
  }

  Launch launch(String... arguments) {
    return launch(Map.of(), arguments);
  }

  Launch launch(Map<String, String> environment, String... arguments) {
    return start(List.of(root.resolve("bin/grader").toString()), environment, arguments);
  }

  /** Starts the launcher by other words than its plain path, such as a shell or a link. */
  Launch start(List<String> how, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(how);
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", at("tools").toString());
    builder.environment().put("HOME", at("home").toString());
    builder.environment().put("GRADER_PLACES", place.toString());
    builder.environment().putAll(environment);
    try {
      return new Launch(builder.start());
    } catch (IOException e) {
      throw new IllegalStateException("the launcher did not start", e);
    }
  }

  /** What each run of Maven has left, a line a run. */
  List<String> builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  /** Changes a source, an hour after everything that is there. */
  void edit(String source) throws IOException {
    write("the project/" + source, "");
    FileTime later = FileTime.from(Instant.now().plusSeconds(3600));
    Files.setLastModifiedTime(root.resolve(source), later);
  }

  void write(String name, String content) {
    try {
      Files.createDirectories(at(name).getParent());
      Files.writeString(at(name), content);
    } catch (IOException e) {
      throw new IllegalStateException("cannot prepare " + name, e);
    }
  }

  private void program(String name, String content) {
    write(name, content);
    if (!at(name).toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make executable: " + name);
    }
  }

  private void copyLauncher() {
    for (String name : List.of("grader", "lib/jdk.sh", "lib/lock.sh", "lib/build.sh")) {
      program("the project/bin/" + name, read(REAL_BIN.resolve(name)));
    }
  }

  /** A path that holds what the launcher needs and no Java. */
  private void collectTools() {
    TOOLS.forEach(tool -> link("tools/" + tool, real(tool)));
    link("tools/touch", real("touch"));
  }

  void link(String name, Path target) {
    try {
      Files.createDirectories(at(name).getParent());
      Files.createSymbolicLink(at(name), target);
    } catch (IOException e) {
      throw new IllegalStateException("cannot link " + name, e);
    }
  }

  private static Path real(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  /** A launcher that has been started. */
  record Launch(Process process) {

    int status() throws InterruptedException {
      return process.waitFor();
    }

    String output() throws IOException {
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    String messages() throws IOException {
      return new String(process.getErrorStream().readAllBytes(), UTF_8);
    }
  }
}
