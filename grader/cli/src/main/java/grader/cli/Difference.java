package grader.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import grader.kata.Kata;
import grader.kata.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a learner has changed, file by file. */
record Difference(Kata kata) {

  private static final int LINES_AROUND = 3;

  /** In the form of {@code diff -u}; empty if nothing has changed. */
  String unified() {
    SortedSet<String> files = new TreeSet<>(files(kata.stub()));
    files.addAll(files(kata.learners()));
    return files.stream().map(this::unified).collect(Collectors.joining());
  }

  private String unified(String file) {
    List<String> before = lines(kata.stub().root().resolve(file));
    List<String> after = lines(kata.learners().root().resolve(file));
    List<String> unified =
        UnifiedDiffUtils.generateUnifiedDiff(
            "stub/" + file, "src/" + file, before, DiffUtils.diff(before, after), LINES_AROUND);
    return unified.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> files(Submission tree) {
    return tree.sources().stream().map(file -> tree.root().relativize(file).toString()).toList();
  }

  /** Bytes that are not UTF-8 are shown as question marks: a difference is better than none. */
  private static List<String> lines(Path file) {
    try {
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
