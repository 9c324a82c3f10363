package grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /**
   * The ahead-of-time cache of workers, if there is one that was made after all of their jars: the
   * JVM would run the old classes in an older one without a word.
   */
  public Optional<Path> workerCache() {
    Path cache = root.resolve("grader/worker/target/worker.aot");
    return Optional.of(cache)
        .filter(Files::exists)
        .filter(one ->
            Stream.concat(workerJars().stream(), Stream.of(boot()))
                .allMatch(jar -> isOlder(jar, one)));
  }

  private static boolean isOlder(Path jar, Path cache) {
    try {
      return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache)) <= 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /**
   * The cache that the launcher wants the first worker of this process to make, until it is there.
   */
  Optional<Path> unmadeWorkerCache() {
    return Optional.ofNullable(System.getProperty("grader.worker.train"))
        .map(Path::of)
        .filter(Files::notExists);
  }

  /** The {@code java} that runs this process. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
