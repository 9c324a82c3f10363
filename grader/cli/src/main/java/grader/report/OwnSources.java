package grader.report;

import grader.kata.Submission;
import grader.protocol.Move;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The source files of a submission by their short names, as moves and stack frames name them. */
final class OwnSources {

  private final Submission submission;
  private final Set<String> files;

  OwnSources(Submission submission) {
    this.submission = submission;
    this.files = submission.fileNames();
  }

  boolean has(String file) {
    return files.contains(file);
  }

  /** Those that the moves mention, in this order. */
  Set<String> namedBy(List<Move> moves) {
    return moves.stream()
        .map(Move::file)
        .filter(files::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The lines of this file; none if it has vanished. */
  List<String> lines(String file) {
    Optional<Path> source =
        submission.sources().stream()
            .filter(one -> one.getFileName().toString().equals(file))
            .findFirst();
    try {
      return source.isEmpty()
          ? List.of()
          : new String(Files.readAllBytes(source.get()), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException vanished) {
      return List.of();
    }
  }
}
