package grader.audit;

import grader.kata.Submission;
import grader.testkit.Bug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code // BUG: slug} comment of an impostor. */
final class BugMark {

  private static final Pattern MARK = Pattern.compile("// BUG: ([a-z-]+)");

  private BugMark() {}

  /** All marks in a submission, as slugs. */
  static List<String> slugs(Submission submission) {
    return submission.sources().stream()
        .flatMap(source -> MARK.matcher(text(source)).results())
        .map(match -> match.group(1))
        .toList();
  }

  /** The bug that an impostor declares, if it declares exactly one that exists. */
  static Optional<Bug> of(Submission impostor) {
    List<String> slugs = slugs(impostor);
    return slugs.size() == 1 ? Bug.named(slugs.getFirst()) : Optional.empty();
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
