package grader.report;

import grader.Assessment;
import grader.Detection;
import grader.judge.Claim;
import grader.judge.FailureRate;
import grader.judge.Judgement;
import grader.judge.PctGuarantee;
import grader.judge.Verdict;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the explored schedules prove, and what they only make likely. */
final class ClaimText {

  private static final double SAYS_SOMETHING = 0.5;
  private static final double LEAST_SHOWN = 1e-6;

  private final List<Claim> claims;
  private final List<String> sentences = new ArrayList<>();

  private ClaimText(List<Claim> claims) {
    this.claims = claims;
  }

  static void write(Assessment assessment, Judgement judgement, Page page) {
    List<String> sentences = sentences(assessment, judgement);
    if (!sentences.isEmpty()) {
      page.heading("What was tried");
      sentences.forEach(sentence -> page.paragraph(2, sentence));
      page.paragraph(2, "What these words mean: docs/certainty.md");
    }
  }

  /** A sentence for each claim; none if nothing was explored. */
  static List<String> sentences(Assessment assessment, Judgement judgement) {
    ClaimText text = new ClaimText(judgement.claims());
    if (!text.claims.isEmpty()) {
      text.write();
    }
    assessment
        .options()
        .detect()
        .filter(any -> assessment.verdict() == Verdict.PASSED)
        .ifPresent(text::reached);
    return List.copyOf(text.sentences);
  }

  private void write() {
    tried("Every schedule there is", with(Claim.Reach.EVERYTHING));
    tried("Every schedule without whims", with(Claim.Reach.EVERY_SCHEDULE));
    List<Claim> few = with(Claim.Reach.FEW_PREEMPTIONS);
    few.stream()
        .map(Claim::preemptions)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(bound ->
            tried(
                "Every schedule " + preemptions(bound),
                few.stream().filter(claim -> claim.preemptions() == bound).toList()));
    samples();
    pct().ifPresent(sentences::add);
  }

  private void reached(Detection detect) {
    sentences.add(
        "As you asked: a bug that shows in "
            + Words.percent(detect.share(), RoundingMode.CEILING)
            + " of a test's samples, or of its trials on real threads, has been missed with a"
            + " probability of 5 % at most.");
  }

  private List<Claim> with(Claim.Reach reach) {
    return claims.stream().filter(claim -> claim.reach() == reach).toList();
  }

  private static String preemptions(int bound) {
    return bound == 0 ? "without preemption" : "with at most " + Words.count(bound, "preemption");
  }

  private void tried(String what, List<Claim> alike) {
    if (!alike.isEmpty()) {
      IntSummaryStatistics each = alike.stream().mapToInt(Claim::schedules).summaryStatistics();
      String range = each.getMin() == each.getMax() ? "" : Words.number(each.getMin()) + " to ";
      String most = Words.count(each.getMax(), "schedule");
      sentences.add(what + ": " + Words.count(alike.size(), "test") + " (" + range + most + ").");
    }
  }

  private void samples() {
    List<Claim> sampled = claims.stream().filter(claim -> claim.sampled() > 0).toList();
    sampled.stream()
        .map(Claim::sample)
        .min(Comparator.comparingInt(FailureRate::trials))
        .ifPresent(least -> {
          int all = sampled.stream().mapToInt(Claim::sampled).sum();
          sentences.add(sizes(all, sampled.size(), least.trials()) + detects(least));
        });
  }

  private static String sizes(int all, int tests, int least) {
    String each = tests == 1 ? "" : ", " + Words.number(least) + " or more of each";
    return "Samples: " + Words.count(all, "schedule") + " of " + Words.count(tests, "test") + each;
  }

  private static String detects(FailureRate least) {
    return ". A bug that shows in "
        + Words.percent(least.upperBound(), RoundingMode.CEILING)
        + " of such schedules of a test would have been found with a probability of 95 %.";
  }

  /** What the theorem says where it says more than the toss of a coin. */
  private Optional<String> pct() {
    List<String> depths =
        IntStream.rangeClosed(1, PctGuarantee.GREATEST_DEPTH)
            .mapToObj(this::missing)
            .flatMap(Optional::stream)
            .toList();
    return depths.isEmpty()
        ? Optional.empty()
        : Optional.of("PCT misses " + String.join(", and ", depths) + ".");
  }

  private Optional<String> missing(int depth) {
    double[] known =
        claims.stream()
            .flatMap(claim -> claim.pct().stream())
            .mapToDouble(guarantee -> guarantee.missing(depth))
            .filter(probability -> probability < SAYS_SOMETHING)
            .sorted()
            .toArray();
    return known.length == 0
        ? Optional.empty()
        : Optional.of(
            "a bug of depth "
                + depth
                + " with a probability of at most "
                + Words.percent(
                    Math.max(LEAST_SHOWN, known[known.length - 1]), RoundingMode.CEILING)
                + " ("
                + Words.count(known.length, "test")
                + ")");
  }
}
