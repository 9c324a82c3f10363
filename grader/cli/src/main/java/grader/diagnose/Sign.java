package grader.diagnose;

import grader.inspect.HiddenTest;
import grader.judge.Judgement;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.run.TestRun;
import grader.testkit.Bug;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a submission does wrong first, in words that depend neither on its names nor on its lines:
 * by this, one that makes a known mistake is recognised.
 *
 * @param test the first that failed
 * @param kind how: {@code stuck}, {@code race}, {@code died}, or the class of what was thrown
 * @param detail what it said, without numbers, or which threads were left
 * @param bug slug of the diagnosis
 * @param race slug of the data race that was seen beside it, or empty
 * @param means with what threads are kept apart ({@link grader.inspect.Means}), in words
 */
public record Sign(
    String test, Engine engine, String kind, String detail, String bug, String race, String means) {

  private static final int MOST_LETTERS = 120;

  /** The sign of what was judged; none if nothing failed, or what failed says nothing. */
  public static Optional<Sign> of(Judgement judgement, Bug bug, Set<String> means) {
    return judgement
        .firstBad()
        .flatMap(bad ->
            bad.firstBad()
                .flatMap(run ->
                    bad.firstOutcome().map(outcome -> of(bad.test(), run, outcome, bug, means))));
  }

  private static Sign of(
      HiddenTest test, TestRun run, Outcome outcome, Bug bug, Set<String> means) {
    return new Sign(
        test.id(),
        run.engine(),
        kind(outcome),
        detail(outcome),
        bug.slug(),
        run.raceBeside().map(Sign::race).orElse(""),
        String.join(" ", new TreeSet<>(means)));
  }

  private static String race(Outcome race) {
    return race instanceof Outcome.Failed failed ? failed.bug() : "";
  }

  private static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed when failed.isRace() -> "race";
      case Outcome.Failed failed -> failed.type().substring(failed.type().lastIndexOf('.') + 1);
      case Outcome.Stuck stuck -> "stuck " + stuck.why().name().toLowerCase(Locale.ROOT);
      case Outcome.Late late -> "late";
      case Outcome.Died died -> "died";
    };
  }

  private static String detail(Outcome outcome) {
    return switch (outcome) {
      // What raced is a field of the submission: its name says nothing.
      case Outcome.Failed failed when failed.isRace() -> "";
      case Outcome.Failed failed -> withoutNumbers(failed.message());
      case Outcome.Stuck stuck -> threads(stuck.threads());
      case Outcome.Late late -> "";
      case Outcome.Died died -> died.cause().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String withoutNumbers(String message) {
    String line = message.strip().replaceAll("[\\s|]+", " ").replaceAll("-?\\d[\\d.,_]*", "#");
    return line.substring(0, Math.min(line.length(), MOST_LETTERS));
  }

  /** Their names are the hidden test's own. */
  private static String threads(List<ThreadReport> threads) {
    return threads.stream().map(ThreadReport::name).sorted().collect(Collectors.joining(", "));
  }

  /** How much this one has in common with another. */
  int likeness(Sign other) {
    return points(6, test, other.test)
        + points(4, bug, other.bug)
        + points(3, kind, other.kind)
        + points(2, detail, other.detail)
        + points(1, engine, other.engine)
        + points(2, race, other.race)
        + shared(4, words(means), words(other.means));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  /** As much of this as the two have in common (Jaccard). */
  private static int shared(int worth, Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    long both = one.stream().filter(other::contains).count();
    return all.isEmpty() ? worth : Math.toIntExact(worth * both / all.size());
  }

  private static int points(int worth, Object one, Object other) {
    return one.equals(other) ? worth : 0;
  }
}
