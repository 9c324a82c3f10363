package grader.audit;

import grader.Assessment;
import grader.Grader;
import grader.Grader.Target;
import grader.Options;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.testkit.Bug;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Measures how surely an impostor is caught: under how many of many seeds. */
public final class Power {

  private final Grader grader;
  private final Options options;
  private final int seeds;

  /**
   * @param options its seed is the first of those that are tried
   */
  public Power(Grader grader, Options options, int seeds) {
    this.grader = grader;
    this.options = options;
    this.seeds = seeds;
  }

  /**
   * Grades all impostors of these katas, some at the same time.
   *
   * @param progress hears of each as soon as it is graded
   */
  public List<PowerRow> rows(List<Kata> katas, int atOnce, Consumer<PowerRow> progress)
      throws InterruptedException {
    List<Callable<PowerRow>> tasks = new ArrayList<>();
    for (Kata kata : katas) {
      for (Submission impostor : kata.impostors()) {
        BugMark.of(impostor).ifPresent(bug -> tasks.add(() -> row(impostor, bug)));
      }
    }
    return new AtOnce(atOnce).results(tasks, progress);
  }

  /**
   * Grades an impostor under every seed.
   *
   * @throws IllegalStateException if the quick way says something else than a check does
   */
  private PowerRow row(Submission impostor, Bug bug) {
    List<Target> targets =
        LongStream.range(0, seeds)
            .mapToObj(i -> new Target(impostor, options.under(options.seed() + i)))
            .toList();
    List<Assessment> assessments = grader.gradeAll(impostor.kata(), targets);
    List<Catch> catches =
        IntStream.range(0, seeds)
            .mapToObj(i -> Catch.of(conclusive(assessments.get(i), targets.get(i)), bug))
            .toList();
    Assessment check = grade(targets.getFirst());
    require(impostor, catches.getFirst(), Catch.of(check, bug));
    return new PowerRow(impostor.kata().name(), impostor.name(), bug, catches);
  }

  /** A machine that was too busy has missed nothing: once more, alone. */
  private Assessment conclusive(Assessment first, Target target) {
    return first.verdict() == Verdict.INCONCLUSIVE ? grade(target) : first;
  }

  private Assessment grade(Target target) {
    return grader.grade(
        target.submission(), target.options(), (engine, configuration, test, trials) -> {});
  }

  private static void require(Submission impostor, Catch quick, Catch check) {
    if (!quick.agreesWith(check)) {
      throw new IllegalStateException(
          "%s: a check says %s, but %s came out of many seeds: a defect of the grader"
              .formatted(impostor.name(), check, quick));
    }
  }
}
