package grader;

import grader.compile.SourceError;
import grader.diagnose.Behaviours;
import grader.diagnose.Diagnosis;
import grader.diagnose.Diagnostician;
import grader.diagnose.Sign;
import grader.inspect.Means;
import grader.inspect.Plan;
import grader.inspect.Problem;
import grader.judge.Judge;
import grader.judge.Judgement;
import grader.judge.Verdict;
import grader.kata.BrokenKata;
import grader.kata.Submission;
import grader.protocol.Outcome;
import grader.run.Transcript;
import grader.testkit.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the assessment of one submission, whichever way grading ended. */
final class Verdicts {

  private final Submission submission;
  private final Options options;
  private final long begin = System.nanoTime();

  Verdicts(Submission submission, Options options) {
    this.submission = submission;
    this.options = options;
  }

  Submission submission() {
    return submission;
  }

  Options options() {
    return options;
  }

  Assessment rejected(List<SourceError> errors) {
    return assessment(
        Verdict.DOES_NOT_COMPILE, errors, List.of(), Optional.empty(), Optional.empty(), "");
  }

  Assessment notRun(List<Problem> problems) {
    boolean mismatch = problems.getFirst().kind() == Problem.Kind.API_MISMATCH;
    Verdict verdict = mismatch ? Verdict.API_MISMATCH : Verdict.NOT_ALLOWED;
    return assessment(verdict, List.of(), problems, Optional.empty(), Optional.empty(), "");
  }

  /**
   * @param classes those that were judged
   */
  Assessment judged(Plan plan, List<Transcript> transcripts, Map<String, byte[]> classes) {

    boolean complete = transcripts.stream().allMatch(Transcript::complete);
    Judgement judgement =
        Judge.judge(
            plan, transcripts.stream().flatMap(one -> one.runs().stream()).toList(), complete);
    String printed =
        transcripts.stream().map(Transcript::printed).distinct().collect(Collectors.joining());
    return assessment(
        judgement.verdict(),
        List.of(),
        List.of(),
        Optional.of(judgement),
        diagnosis(judgement, classes),
        printed);
  }

  private Assessment assessment(
      Verdict verdict,
      List<SourceError> errors,
      List<Problem> problems,
      Optional<Judgement> judgement,
      Optional<Diagnosis> diagnosis,
      String printed) {
    return new Assessment(
        submission,
        options,
        verdict,
        judgement.filter(Verdicts::isStub).isPresent(),
        errors,
        problems,
        judgement,
        diagnosis,
        judgement.map(this::points).orElse(0),
        worth().values().stream().mapToInt(Integer::intValue).sum(),
        printed,
        (System.nanoTime() - begin) / 1_000_000);
  }

  private Optional<Diagnosis> diagnosis(Judgement judgement, Map<String, byte[]> classes) {
    return Diagnostician.diagnose(judgement, submission.fileNames()::contains)
        .map(one -> one.by(Sign.of(judgement, one.bug(), Means.of(classes))))
        .map(one -> one.like(one.sign().flatMap(this::mistake)));
  }

  /** A verdict does not depend on whether there is one. */
  private Optional<String> mistake(Sign sign) {
    try {
      return Behaviours.of(submission.kata()).mistake(sign);
    } catch (BrokenKata unreadable) {
      return Optional.empty();
    }
  }

  private int points(Judgement judgement) {
    return judgement.openGates().stream().mapToInt(gate -> worth().getOrDefault(gate, 0)).sum();
  }

  private Map<Gate, Integer> worth() {
    return submission.kata().frontMatter().points();
  }

  /** The stub's methods throw this; so does whoever has not begun. */
  private static boolean isStub(Judgement judgement) {
    return judgement.firstBad().flatMap(bad -> bad.firstOutcome()).stream()
        .anyMatch(outcome ->
            outcome instanceof Outcome.Failed failed
                && failed.type().equals(UnsupportedOperationException.class.getName())
                && failed.message().startsWith("TODO"));
  }
}
