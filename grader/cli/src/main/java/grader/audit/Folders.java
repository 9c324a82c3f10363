package grader.audit;

import grader.kata.Kata;
import grader.kata.Submission;
import grader.testkit.Bug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks what lies in a kata's folder: enough submissions, marked as they must be, and nothing
 * else.
 */
final class Folders {

  private static final Set<String> ENTRIES =
      Set.of("README.md", "stub", "src", "tests", "solutions", "impostors", "variants");
  private static final int FEWEST_SOLUTIONS = 2;
  private static final int FEWEST_IMPOSTORS = 5;

  private final Kata kata;
  private final List<Finding> findings = new ArrayList<>();

  Folders(Kata kata) {
    this.kata = kata;
  }

  List<Finding> findings() {
    atLeast(FEWEST_SOLUTIONS, "solutions", kata.solutions());
    atLeast(FEWEST_IMPOSTORS, "impostors", kata.impostors());
    kata.solutions().forEach(this::unmarked);
    kata.impostors().forEach(this::marked);
    kata.variants().forEach(this::variant);
    strangers();
    return findings;
  }

  private void atLeast(int fewest, String what, List<Submission> found) {
    if (found.size() < fewest) {
      add(what, "expected at least " + fewest + " " + what + ", found " + found.size());
    }
  }

  private void unmarked(Submission solution) {
    if (!BugMark.slugs(solution).isEmpty()) {
      add(solution.name(), "a solution has no '// BUG:' line");
    }
  }

  private void marked(Submission impostor) {
    List<String> slugs = BugMark.slugs(impostor);
    if (slugs.size() != 1) {
      add(
          impostor.name(),
          "expected exactly one line with '// BUG: <slug>', found " + slugs.size());
    } else if (Bug.named(slugs.getFirst()).isEmpty()) {
      add(impostor.name(), "there is no bug '" + slugs.getFirst() + "'");
    }
  }

  /** It makes one known mistake, and shows as the same bug. */
  private void variant(Submission variant) {
    marked(variant);
    Optional<Submission> impostor = kata.submission("impostors/" + variant.mistake());
    if (impostor.isEmpty()) {
      add(variant.name(), "there is no impostor '" + variant.mistake() + "'");
    } else if (!BugMark.slugs(impostor.get()).equals(BugMark.slugs(variant))) {
      add(variant.name(), "its bug is not that of " + impostor.get().name());
    }
  }

  private void strangers() {
    for (Path file : files()) {
      String top = kata.folder().relativize(file).getName(0).toString();
      boolean source = !top.equals("README.md");
      if (!ENTRIES.contains(top) || (source && !file.toString().endsWith(".java"))) {
        add(kata.folder().relativize(file).toString(), "this file does not belong here");
      }
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(kata.folder())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String where, String what) {
    findings.add(new Finding("katas/" + kata.name() + "/" + where, what));
  }
}
