package grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the grader's own files lie.
 *
 * @param root the project's folder
 */
public record Installation(Path root) {

  /** The jar on the boot class path of workers. */
  public Path boot() {
    return root.resolve("grader/boot/target/grader-boot.jar");
  }

  /** The jar of the launcher that confines a worker. */
  public Path sandbox() {
    return root.resolve("grader/sandbox/target/grader-sandbox.jar");
  }

  /** The jar of the worker, and of its agent. */
  public Path worker() {
    return root.resolve("grader/worker/target/grader-worker.jar");
  }

  /**
   * The worker and the test libraries: the class path of workers, and of hidden tests when they are
   * compiled.
   */
  public List<Path> workerJars() {
    Path target = root.resolve("grader/worker/target");
    try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      return Stream.concat(Stream.of(worker()), libraries.sorted()).toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "the worker is not built; run ./mvnw package -DskipTests", missing);
    }
  }

  /** The {@code java} that runs this process. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
