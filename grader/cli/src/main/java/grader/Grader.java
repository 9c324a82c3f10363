package grader;

import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.inspect.Allowed;
import grader.inspect.Forbidden;
import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.inspect.Problem;
import grader.inspect.SubmissionClasses;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.run.Deadline;
import grader.run.Progress;
import grader.run.Workers;
import grader.run.Workshop;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grades submissions. Thread-safe: what is shared between checks never changes. */
public final class Grader {

  private final Workshop workshop;
  private final HiddenTests hiddenTests;

  public Grader(Workshop workshop) {
    this.workshop = workshop;
    this.hiddenTests = new HiddenTests(workshop.installation());
  }

  /**
   * The hidden tests of a kata.
   *
   * @throws grader.kata.BrokenKata if they do not compile or do not fit the front matter
   */
  public Plan plan(Kata kata) {
    return hiddenTests.plan(kata);
  }

  /** Compiles, inspects and runs a submission; workers get ready while it is compiled. */
  public Assessment grade(Submission submission, Options options, Progress progress) {
    Verdicts verdicts = new Verdicts(submission, options);
    try (Engines engines = new Engines(workshop, options, progress)) {
      return switch (new SourceCompiler(List.of()).compile(submission)) {
        case Compilation.Rejected(var errors) -> verdicts.rejected(errors);
        case Compilation.Compiled(Map<String, byte[]> classes) ->
            grade(submission, classes, verdicts, engines);
      };
    }
  }

  /**
   * What a check would say of each of these submissions of one kata, under its options; in less
   * time, since many share a JVM and nothing is replayed. {@code stress} comes last, in a whole
   * check, where the others have found nothing and the options want it.
   */
  public List<Assessment> gradeAll(Kata kata, List<Target> targets) {
    return new ManyChecks(this, workshop, plan(kata)).assess(targets, Stage::ofCheck);
  }

  /**
   * As {@link #gradeAll}, for submissions of which many hang: {@code explore} comes first, with few
   * schedules, and again at the end.
   */
  public List<Assessment> gradeBroken(Kata kata, List<Target> targets) {
    return new ManyChecks(this, workshop, plan(kata)).assess(targets, Stage::quickFirst);
  }

  /** A submission, and how to grade it. */
  public record Target(Submission submission, Options options) {}

  private Assessment grade(
      Submission submission, Map<String, byte[]> classes, Verdicts verdicts, Engines engines) {
    Plan plan = plan(submission.kata());
    List<Problem> problems = problems(submission, plan, classes, verdicts.options().scan());
    return problems.isEmpty()
        ? verdicts.judged(plan, engines.run(new Prepared(submission, plan, classes)), classes)
        : verdicts.notRun(problems);
  }

  /** Runs the one trial of a token again. */
  public Replay replay(Submission submission, Token token) {
    return switch (new SourceCompiler(List.of()).compile(submission)) {
      case Compilation.Rejected(var errors) -> new Replay.Rejected(errors);
      case Compilation.Compiled(Map<String, byte[]> classes) -> replay(submission, classes, token);
    };
  }

  /**
   * Runs one trial of a test.
   *
   * @param seed of its schedule and its random choices; without one, every thread runs until it
   *     blocks
   */
  public Replay trace(Submission submission, HiddenTest test, Optional<Long> seed) {
    Kata kata = submission.kata();
    return replay(
        submission,
        new Token(
            Token.fingerprint(submission),
            Token.fingerprint(kata.tests()),
            plan(kata).concurrent().indexOf(test),
            seed.orElse(1L) & 0xffffffffL,
            seed.map(Wander::schedule).orElse("")));
  }

  /**
   * A game for somebody who chooses the schedule.
   *
   * @param token of a trial of this submission, as a check has just found it
   */
  public Game play(Submission submission, Token token) {
    if (new SourceCompiler(List.of()).compile(submission)
        instanceof Compilation.Compiled(Map<String, byte[]> classes)) {
      return new Game(workshop, new Prepared(submission, plan(submission.kata()), classes), token);
    }
    throw new IllegalArgumentException(submission.name() + " has changed since it was checked");
  }

  private Replay replay(Submission submission, Map<String, byte[]> classes, Token token) {
    Plan plan = plan(submission.kata());
    List<Problem> problems = problems(submission, plan, classes, true);
    if (!problems.isEmpty()) {
      return new Replay.Refused(problems);
    }
    if (token.tests() != Token.fingerprint(submission.kata().tests())
        || token.test() >= plan.concurrent().size()) {
      return new Replay.DoesNotFit(
          "it was made with other hidden tests, or for another kata than "
              + submission.kata().name());
    }
    if (token.submission() != Token.fingerprint(submission)) {
      return new Replay.DoesNotFit(
          submission.name() + " has changed since the token was made, or it is another submission");
    }
    Deadline deadline = new Deadline(Profile.STANDARD.budget(Optional.empty()));
    try (Workers workers = workshop.workers(deadline)) {
      return new Replays(workers, new Prepared(submission, plan, classes))
          .replay(token)
          .map(run -> run.with(token.toString(), run.exploration().moves()))
          .<Replay>map(run -> new Replay.Ran(submission, plan.concurrent().get(token.test()), run))
          .orElseGet(() -> new Replay.DoesNotFit("its test did not come to run"));
    }
  }

  /** What keeps it from being run: first what is missing, then what is forbidden. */
  static List<Problem> problems(
      Submission submission, Plan plan, Map<String, byte[]> classes, boolean scan) {
    SubmissionClasses shape = new SubmissionClasses(submission.name(), classes);
    List<Problem> missing = plan.required().missingIn(shape);
    if (!missing.isEmpty()) {
      return missing;
    }
    List<Problem> forbidden =
        new Forbidden(submission.kata().frontMatter().forbids()).usedBy(shape);
    return !forbidden.isEmpty() || !scan ? forbidden : Allowed.problems(shape, plan.packages());
  }
}
