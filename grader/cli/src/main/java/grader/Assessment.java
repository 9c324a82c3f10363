package grader;

import grader.compile.SourceError;
import grader.diagnose.Diagnosis;
import grader.inspect.Problem;
import grader.judge.Judgement;
import grader.judge.Verdict;
import grader.kata.Submission;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about a submission after grading: what every report is written from.
 *
 * @param verdict the outcome in one word
 * @param notStarted whether the failure is the untouched stub's
 * @param errors why it does not compile
 * @param problems why it was not run
 * @param judgement test by test, if it ran
 * @param points what it earned, of {@code mostPoints}
 * @param printed what it printed, cut to a limit
 * @param millis how long grading took
 */
public record Assessment(
    Submission submission,
    Options options,
    Verdict verdict,
    boolean notStarted,
    List<SourceError> errors,
    List<Problem> problems,
    Optional<Judgement> judgement,
    Optional<Diagnosis> diagnosis,
    int points,
    int mostPoints,
    String printed,
    long millis) {

  public Assessment {
    errors = List.copyOf(errors);
    problems = List.copyOf(problems);
  }
}
