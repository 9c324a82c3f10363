package grader.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All katas of a project.
 *
 * @param root the folder that holds {@code katas/}
 */
public record Katas(Path root) {

  private static final Pattern NAME = Pattern.compile("\\d\\d-[a-z0-9]+(-[a-z0-9]+)*");

  /** The names of all katas, in order; their files are not read. */
  public List<String> names() {
    Path folder = root.resolve("katas");
    if (!Files.isDirectory(folder)) {
      throw new BrokenKata(folder, 0, "this folder is missing; run the grader inside the project");
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(one -> one.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All katas, in order. */
  public List<Kata> all() {
    return names().stream().map(this::read).toList();
  }

  /**
   * The kata called by its name, number or slug: {@code 04-semaphore}, {@code 4}, {@code
   * semaphore}.
   */
  public Optional<Kata> find(String wanted) {
    String given = wanted.replaceFirst("^.*katas/", "").replaceFirst("/$", "");
    return names().stream().filter(name -> matches(name, given)).findFirst().map(this::read);
  }

  /** The names most like the one given, best first. */
  public List<String> similar(String wanted) {
    return names().stream()
        .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
        .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 2))
        .limit(3)
        .toList();
  }

  private Kata read(String name) {
    return Kata.in(root.resolve("katas").resolve(name));
  }

  private static boolean matches(String name, String given) {
    String number = name.substring(0, 2);
    return name.equals(given)
        || name.substring(3).equals(given)
        || number.equals(given)
        || number.replaceFirst("^0", "").equals(given);
  }

  private static int distance(String wanted, String name) {
    return Math.min(
        EditDistance.between(wanted, name), EditDistance.between(wanted, name.substring(3)));
  }
}
