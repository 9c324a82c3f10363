package grader.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One tree of sources for a kata.
 *
 * @param name {@code src}, {@code solutions/monitor}, {@code impostors/if-instead-of-while}, {@code
 *     variants/if-instead-of-while.condition}
 */
public record Submission(Kata kata, String name, Path root) {

  /** What an impostor, or a variant of one, does wrong: {@code if-instead-of-while}. */
  public String mistake() {
    return root.getFileName().toString().split("\\.", 2)[0];
  }

  /** Its Java files, in a fixed order, without links; none if the folder is empty or missing. */
  public List<Path> sources() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The short names of its Java files, as stack frames have them. */
  public Set<String> fileNames() {
    return sources().stream()
        .map(source -> source.getFileName().toString())
        .collect(Collectors.toSet());
  }

  /** Where a source lies, as the learner would write it: {@code src/semaphore/Semaphore.java}. */
  public String shown(Path source) {
    return name + "/" + root.relativize(source).toString().replace('\\', '/');
  }
}
