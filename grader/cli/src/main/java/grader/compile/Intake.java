package grader.compile;

import grader.kata.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at the files of a submission before any of them is read: only regular files, no links to
 * what lies elsewhere, and no more than people write.
 */
final class Intake {

  private static final int MOST_FILES = 100;
  private static final long MOST_BYTES = 256 * 1024;
  private static final long MOST_BYTES_TOGETHER = 512 * 1024;
  private static final int DEEPEST_FOLDER = 20;

  private Intake() {}

  /** Why it is not read; nothing if it may be. */
  static List<SourceError> problems(Submission submission) {
    if (!Files.isDirectory(submission.root())) {
      return List.of();
    }
    List<SourceError> problems = new ArrayList<>();
    try (Stream<Path> all = Files.walk(submission.root(), DEEPEST_FOLDER)) {
      all.sorted()
          .limit(MOST_FILES)
          .forEach(file ->
              problem(file)
                  .map(what -> SourceError.of(submission.shown(file), what))
                  .ifPresent(problems::add));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    tooMuch(submission).ifPresent(problems::add);
    return problems;
  }

  private static Optional<String> problem(Path file) {
    if (Files.isSymbolicLink(file)) {
      return Optional.of("this is a link to something else; put the file itself here");
    } else if (!file.toString().endsWith(".java") || Files.isDirectory(file)) {
      return Optional.empty();
    } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of("this is not a file with text in it");
    } else if (file.endsWith("module-info.java")) {
      return Optional.of("a kata is no module; delete this file");
    }
    long bytes = size(file);
    return bytes > MOST_BYTES
        ? Optional.of(
            "this file has " + bytes + " bytes; more than " + MOST_BYTES + " are not read")
        : Optional.empty();
  }

  private static Optional<SourceError> tooMuch(Submission submission) {
    List<Path> sources = submission.sources();
    long bytes = sources.stream().mapToLong(Intake::size).sum();
    if (sources.size() <= MOST_FILES && bytes <= MOST_BYTES_TOGETHER) {
      return Optional.empty();
    }
    return Optional.of(
        SourceError.of(
            submission.name() + "/",
            "%d files with %d bytes; more than %d files or %d bytes are not read"
                .formatted(sources.size(), bytes, MOST_FILES, MOST_BYTES_TOGETHER)));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
