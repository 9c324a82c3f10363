package grader.audit;

import grader.Assessment;
import grader.Grader;
import grader.Grader.Target;
import grader.Options;
import grader.diagnose.Behaviour;
import grader.diagnose.Behaviours;
import grader.diagnose.Diagnosis;
import grader.diagnose.Sign;
import grader.kata.Hints;
import grader.kata.Kata;
import grader.kata.Ladder;
import grader.kata.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Sees how impostors fail under many seeds, and writes it down for hints. */
public final class Behaving {

  private final Grader grader;
  private final Options options;
  private final int seeds;

  /**
   * @param options its seed is the first of those that are tried
   */
  public Behaving(Grader grader, Options options, int seeds) {
    this.grader = grader;
    this.options = options;
    this.seeds = seeds;
  }

  /**
   * Grades all impostors of this kata, some at the same time, and writes its file, in the order of
   * the hint ladders: of two mistakes that fail alike, the more frequent one is meant.
   *
   * @param progress hears of each as soon as it is graded
   */
  public void write(Kata kata, int atOnce, Consumer<Behaviour> progress)
      throws InterruptedException {
    List<String> ladders = Hints.of(kata).ladders().stream().map(Ladder::name).toList();
    List<Callable<Behaviour>> tasks =
        kata.impostors().stream()
            .sorted(Comparator.comparingInt(one -> ladders.indexOf(one.mistake())))
            .<Callable<Behaviour>>map(one -> () -> behaviour(one))
            .toList();
    Behaviours all = new Behaviours(new AtOnce(atOnce).results(tasks, progress));
    try {
      Files.writeString(Behaviours.file(kata), all.text());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What checks take the variants of this kata for, under a seed that was not recorded. */
  public List<Recognised> recognised(Kata kata) {
    List<Target> targets =
        kata.variants().stream()
            .map(one -> new Target(one, options.under(options.seed() + seeds)))
            .toList();
    return targets.isEmpty()
        ? List.of()
        : grader.gradeAll(kata, targets).stream().map(Recognised::of).toList();
  }

  private Behaviour behaviour(Submission impostor) {
    List<Target> targets =
        LongStream.range(0, seeds)
            .mapToObj(i -> new Target(impostor, options.under(options.seed() + i)))
            .toList();
    return new Behaviour(
        impostor.mistake(),
        grader.gradeAll(impostor.kata(), targets).stream()
            .flatMap(Behaving::sign)
            .distinct()
            .toList());
  }

  static Stream<Sign> sign(Assessment assessment) {
    return assessment.diagnosis().flatMap(Diagnosis::sign).stream();
  }
}
