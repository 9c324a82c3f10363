package grader.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The learner's copy of a kata's sources: saves it and brings the stub back. */
public final class Workspace {

  private final Path source;
  private final Submission stub;

  public Workspace(Kata kata) {
    this.source = kata.learners().root();
    this.stub = kata.stub();
    if (stub.sources().isEmpty()) {
      throw new BrokenKata(stub.root(), 0, "expected the stub of this kata");
    }
  }

  /** Whether nothing has been written yet. */
  public boolean isPristine() {
    return reading(() -> {
      List<Path> written = files(source).stream().filter(Workspace::isJava).toList();
      boolean same = written.size() == stub.sources().size();
      for (Path pristine : stub.sources()) {
        Path copy = inSource(pristine);
        same = same && Files.isRegularFile(copy) && Files.mismatch(copy, pristine) < 0;
      }
      return same;
    });
  }

  /**
   * Copies all files into this folder, which must not exist; it appears only when it is complete.
   *
   * @throws UncheckedIOException if anything could not be copied
   */
  public void backUp(Path folder) {
    reading(() -> {
      Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
      Files.createDirectories(unfinished);
      for (Path file : files(source)) {
        copy(file, unfinished.resolve(source.relativize(file).toString()));
      }
      return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    });
  }

  /**
   * Brings the stub back, file by file, and removes other Java sources. Nothing is saved: {@link
   * #backUp} first.
   */
  public void restore() {
    reading(() -> {
      for (Path pristine : stub.sources()) {
        replace(inSource(pristine), pristine);
      }
      // Links are not followed: what lies behind them is not ours to remove.
      for (Path file : files(source, Set.of())) {
        if (isJava(file) && !Files.exists(inStub(file))) {
          Files.delete(file);
        }
      }
      return source;
    });
  }

  /** A reader of the file sees the old one or the new one, never a part. */
  private static void replace(Path file, Path by) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    copy(by, next);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path inSource(Path pristine) {
    return source.resolve(stub.root().relativize(pristine).toString());
  }

  private Path inStub(Path written) {
    return stub.root().resolve(source.relativize(written).toString());
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  private static List<Path> files(Path folder) throws IOException {
    return files(folder, Set.of(FileVisitOption.FOLLOW_LINKS));
  }

  private static List<Path> files(Path folder, Set<FileVisitOption> options) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, options.toArray(FileVisitOption[]::new))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private interface Reading<T> {
    T now() throws IOException;
  }

  private static <T> T reading(Reading<T> work) {
    try {
      return work.now();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
