package grader.corpus;

import grader.Grader;
import grader.Options;
import grader.Profile;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.kata.Katas;
import grader.kata.Submission;
import grader.protocol.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One program of the corpora, hostile or legal.
 *
 * @param name {@code exit/halt-in-constructor}
 * @param expects the verdicts that are right; {@code PASSED} for a legal one
 * @param names what a refusal must name
 * @param unscanned the verdicts that are right if nobody has looked through it
 */
record Program(
    String name, Path folder, Set<Verdict> expects, List<String> names, Set<Verdict> unscanned) {

  private static final Path ROOT =
      Path.of("src/test/resources/corpus").toAbsolutePath().normalize();
  private static final Pattern WORD = Pattern.compile("[ ,]+");

  static Stream<Program> hostile() {
    return folders(ROOT.resolve("hostile"))
        .flatMap(Program::folders)
        .map(folder ->
            of(
                folder.getParent().getFileName() + "/" + folder.getFileName(),
                folder,
                header(folder, "Expects"),
                header(folder, "Unscanned")));
  }

  static Stream<Program> legal() {
    return folders(ROOT.resolve("legal"))
        .map(folder -> of(folder.getFileName().toString(), folder, "PASSED", "PASSED"));
  }

  private static Program of(String name, Path folder, String expects, String unscanned) {
    List<String> words = WORD.splitAsStream(expects).toList();
    return new Program(
        name,
        folder,
        verdicts(words),
        words.stream().filter(word -> !isVerdict(word)).toList(),
        verdicts(WORD.splitAsStream(unscanned).toList()));
  }

  private static Set<Verdict> verdicts(List<String> words) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    words.stream().filter(Program::isVerdict).map(Verdict::valueOf).forEach(verdicts::add);
    return verdicts;
  }

  private static boolean isVerdict(String word) {
    return Arrays.stream(Verdict.values()).anyMatch(verdict -> verdict.name().equals(word));
  }

  private static String header(Path folder, String key) {
    return lines(folder.resolve("semaphore/CountingSemaphore.java"))
        .map(String::strip)
        .filter(line -> line.startsWith("* " + key + ":"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(folder + " does not say '" + key + "'"))
        .substring(key.length() + 3)
        .strip();
  }

  /** A copy of it, as a submission for its kata, with the path of its canary in place. */
  Submission in(Path root, Path canary) {
    Kata kata = new Katas(Path.of("../..").toAbsolutePath().normalize()).find("4").orElseThrow();
    Path copy = root.resolve(name.replace('/', '.'));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(folder.relativize(file));
        Files.createDirectories(to.getParent());
        String text = Files.readString(file);
        Files.writeString(to, text.replace("@CANARY@", canary.toString()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Submission(kata, name, copy);
  }

  /** What a quick check says of it. */
  Verdict verdict(Grader grader, Path root, Path canary, boolean scan) {
    Options options =
        new Options(
            Profile.QUICK,
            Optional.empty(),
            Duration.ofMinutes(3),
            1,
            EnumSet.allOf(Engine.class),
            scan);
    return grader
        .grade(in(root, canary), options, (engine, configuration, test, trials) -> {})
        .verdict();
  }

  private static Stream<Path> folders(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
