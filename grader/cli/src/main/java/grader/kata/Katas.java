package grader.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    return named(wanted).map(this::read);
  }

  /** The name of that kata; its files are not read. */
  public Optional<String> named(String wanted) {
    String given = wanted.replace('\\', '/').replaceFirst("^.*katas/", "").replaceFirst("/+$", "");
    return names().stream().filter(name -> matches(name, given)).findFirst();
  }

  /** The number of a kata that comes after all others, with two digits. */
  public String nextNumber() {
    int highest =
        names().stream().mapToInt(name -> Integer.parseInt(name.substring(0, 2))).max().orElse(0);
    if (highest == 99) {
      throw new BrokenKata(root.resolve("katas"), 0, "no number is left after 99");
    }
    return String.format(Locale.ROOT, "%02d", highest + 1);
  }

  /** The name of the kata whose folder this is, or lies above it. */
  public Optional<String> nameAt(Path folder) {
    Path katas = root.resolve("katas");
    return names().stream().filter(name -> folder.startsWith(katas.resolve(name))).findFirst();
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
