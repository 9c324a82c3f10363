package grader.cli;

import grader.kata.Kata;
import grader.kata.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which of a kata's sources to grade; without a word, what the learner has written. */
final class Target {

  @Option(
      names = "--src",
      paramLabel = "DIR",
      order = 11,
      description = "Grade the sources in this folder instead.")
  Optional<Path> source = Optional.empty();

  @Option(
      names = "--submission",
      paramLabel = "NAME",
      order = 12,
      description = "Grade stub, solutions/... or impostors/... of the kata instead.")
  Optional<String> name = Optional.empty();

  /** Whether it is the learner's own copy: only that changes how they stand. */
  boolean isLearners() {
    return source.isEmpty() && name.isEmpty();
  }

  Submission of(Kata kata, Context context) {
    return source
        .map(folder -> in(folder, kata, context))
        .or(() -> name.map(one -> named(one, kata)))
        .orElseGet(kata::learners);
  }

  private static Submission in(Path folder, Kata kata, Context context) {
    Path there = context.here().resolve(folder).normalize();
    if (!Files.isDirectory(there)) {
      throw new UsageProblem("there is no folder " + folder);
    }
    return new Submission(kata, context.shown(there), there);
  }

  private static Submission named(String name, Kata kata) {
    return kata.submission(name.replaceFirst("/+$", ""))
        .orElseThrow(() ->
            new UsageProblem(
                "%s has no submission '%s'; it has src, stub, %s"
                    .formatted(kata.name(), name, names(kata))));
  }

  private static String names(Kata kata) {
    return Stream.concat(kata.solutions().stream(), kata.impostors().stream())
        .map(Submission::name)
        .collect(Collectors.joining(", "));
  }
}
