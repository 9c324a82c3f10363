package grader.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One exercise.
 *
 * @param folder {@code katas/04-semaphore}
 */
public record Kata(Path folder, FrontMatter frontMatter) {

  /** Reads the kata in this folder. */
  static Kata in(Path folder) {
    return new Kata(folder, FrontMatterReader.read(folder.resolve("README.md")));
  }

  /** {@code 04-semaphore}. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** {@code 4}. */
  public int number() {
    return Integer.parseInt(name().substring(0, name().indexOf('-')));
  }

  /** {@code semaphore}. */
  public String slug() {
    return name().substring(name().indexOf('-') + 1);
  }

  /** {@code semaphore}: the slug without hyphens. */
  public String packageName() {
    return slug().replace("-", "");
  }

  public Path readme() {
    return folder.resolve("README.md");
  }

  /** The lesson and the task, in Markdown, without the front matter. */
  public String lesson() {
    return FrontMatterReader.rest(readme());
  }

  /** The file that the learner is to write. */
  public Path mainSource() {
    return source("src");
  }

  private Path source(String tree) {
    return folder.resolve(tree).resolve(frontMatter.className().replace('.', '/') + ".java");
  }

  /** What the learner has written so far. */
  public Submission learners() {
    return new Submission(this, "src", folder.resolve("src"));
  }

  /** The pristine stub. */
  public Submission stub() {
    return new Submission(this, "stub", folder.resolve("stub"));
  }

  /** Correct submissions, by name. */
  public List<Submission> solutions() {
    return submissions("solutions");
  }

  /** The solution of this design, as in {@code monitor}. */
  public Optional<Submission> solution(String design) {
    return submission("solutions/" + design.replaceFirst("^solutions/", ""));
  }

  /** Known wrong submissions, by name. */
  public List<Submission> impostors() {
    return submissions("impostors");
  }

  /**
   * Wrong submissions by other hands: each makes the mistake of the impostor that its name begins
   * with, as in {@code variants/spins.atomics}.
   */
  public List<Submission> variants() {
    return submissions("variants");
  }

  /** The submission in this folder of the kata, as in {@code solutions/monitor}. */
  public Optional<Submission> submission(String name) {
    return Stream.of(List.of(learners(), stub()), solutions(), impostors(), variants())
        .flatMap(List::stream)
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  /** The hidden tests' sources. */
  public Submission tests() {
    return new Submission(this, "tests", folder.resolve("tests"));
  }

  /** The hint ladders. */
  public Path hints() {
    return folder.resolveSibling("../hints/katas/" + name() + ".md").normalize();
  }

  /** The page of the field guide on the bug with this slug. */
  public Path bugPage(String slug) {
    return folder.resolveSibling("../hints/bugs/" + slug + ".md").normalize();
  }

  private List<Submission> submissions(String group) {
    Path parent = folder.resolve(group);
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(one -> new Submission(this, group + "/" + one.getFileName(), one))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
