package grader.audit.mutants;

import grader.kata.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Mutants of a solution as submissions, in a folder that is gone when it is closed. */
final class MutantTree implements AutoCloseable {

  private final Submission solution;
  private final Path folder;
  private int written;

  MutantTree(Submission solution) throws IOException {
    this.solution = solution;
    this.folder = Files.createTempDirectory("mutants");
  }

  /** The whole solution, with one source exchanged. */
  Submission write(Mutant mutant) throws IOException {
    Path root = folder.resolve(Integer.toString(written++));
    for (Path source : solution.sources()) {
      Path copy = root.resolve(solution.root().relativize(source).toString());
      Files.createDirectories(copy.toAbsolutePath().getParent());
      Files.copy(source, copy);
    }
    Files.writeString(root.resolve(mutant.file()), mutant.text());
    return new Submission(solution.kata(), solution.name(), root);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }
}
