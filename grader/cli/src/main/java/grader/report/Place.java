package grader.report;

import grader.kata.Kata;
import grader.kata.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Files as people type them, from the project's folder on. */
final class Place {

  private Place() {}

  /** {@code hints/bugs/lost-wakeup.md}. */
  static String of(Kata kata, Path file) {
    Path root = kata.folder().resolve("../..").toAbsolutePath().normalize();
    return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** Where to begin: the first line with a TODO, or else the file that the kata is about. */
  static String toBegin(Submission submission) {
    Kata kata = submission.kata();
    return submission.sources().stream()
        .filter(source -> todo(source) > 0)
        .findFirst()
        .map(source -> of(kata, source) + ":" + todo(source))
        .orElseGet(() -> of(kata, kata.mainSource()));
  }

  /** The number of the first line with a TODO, counted from 1; 0 if there is none. */
  private static int todo(Path source) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(source), StandardCharsets.UTF_8).lines().toList();
      return 1
          + IntStream.range(0, lines.size())
              .filter(index -> lines.get(index).contains("TODO"))
              .findFirst()
              .orElse(-1);
    } catch (IOException vanished) {
      return 0;
    }
  }
}
