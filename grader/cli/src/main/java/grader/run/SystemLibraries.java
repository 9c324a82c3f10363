package grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The libraries of the system that this JVM has mapped, its dynamic linker among them: another JVM
 * of the same kind needs just these. No list of ours could know where each system keeps them.
 */
record SystemLibraries(List<Path> files) {

  private static final Path MAPPED = Path.of("/proc/self/maps");

  SystemLibraries {
    files = List.copyOf(files);
  }

  /**
   * Those of this process.
   *
   * @throws IOException if this is not Linux, or there is no /proc
   */
  static SystemLibraries ofThis(Path jdk) throws IOException {
    try (Stream<String> lines = Files.lines(MAPPED)) {
      return new SystemLibraries(
          lines
              .filter(line -> line.contains(".so") && line.contains("/"))
              .map(line -> Path.of(line.substring(line.indexOf('/'))))
              .filter(file -> !file.startsWith(jdk) && Files.exists(file))
              .distinct()
              .toList());
    }
  }
}
