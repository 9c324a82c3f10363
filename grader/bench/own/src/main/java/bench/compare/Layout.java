package bench.compare;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the build has put things.
 *
 * @param grader the folder of the grader
 */
record Layout(Path grader) {

  Path worker() {
    return grader.resolve("worker/target/grader-worker.jar");
  }

  Path workerLibraries() {
    return grader.resolve("worker/target/lib");
  }

  Path boot() {
    return grader.resolve("boot/target/grader-boot.jar");
  }

  Path classes(String module) {
    return grader.resolve("bench/" + module + "/target/classes");
  }

  Path libraries(String module) {
    return grader.resolve("bench/" + module + "/target/lib");
  }

  Path measurements() {
    return grader.resolve("bench/target/measurements.tsv");
  }

  Path report() {
    return grader.resolve("../docs/benchmark.md").normalize();
  }

  /** All programs of a package, by class name. */
  List<String> programs(String corpus) throws IOException {
    try (Stream<Path> files =
        Files.list(classes("programs").resolve("bench/" + corpus.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> name.replace(".class", ""))
          .filter(name -> !name.equals("package-info"))
          .map(name -> "bench." + corpus + "." + name)
          .sorted()
          .toList();
    }
  }

  static String jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
