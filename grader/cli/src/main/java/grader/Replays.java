package grader;

import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.kata.Submission;
import grader.protocol.Engine;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Outcome;
import grader.protocol.PlannedTest;
import grader.run.TestRun;
import grader.run.Transcript;
import grader.run.Workers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs failing schedules once more, each in a JVM of its own, and brings back what happened step by
 * step. What does not fail again is never shown.
 */
final class Replays {

  private final Workers workers;
  private final Submission submission;
  private final Plan plan;
  private final Map<String, byte[]> classes;

  Replays(Workers workers, Prepared prepared) {
    this.workers = workers;
    this.submission = prepared.submission();
    this.plan = prepared.plan();
    this.classes = prepared.classes();
  }

  /**
   * The same transcript with the interleavings of its failing schedules. A run whose schedule fails
   * in another way, or not at all, does not count.
   */
  Transcript confirmed(Transcript transcript) {
    return new Transcript(
        transcript.runs().stream().map(this::confirmed).toList(),
        transcript.complete(),
        transcript.printed());
  }

  private TestRun confirmed(TestRun run) {
    return run.exploration().failing().map(failing -> confirmed(run, failing)).orElse(run);
  }

  private TestRun confirmed(TestRun run, Event.Failing failing) {
    Token token =
        new Token(
            Token.fingerprint(submission),
            Token.fingerprint(submission.kata().tests()),
            number(run.test()),
            failing.seed(),
            failing.schedule());
    Optional<TestRun> again = replay(token);
    return again
        .filter(this::endedByTime)
        .or(() ->
            again
                .filter(one -> one.failures() > 0 && same(one, run))
                .map(one -> run.with(token.toString(), one.exploration().moves())))
        .orElseGet(() -> run.notRepeating(token.toString()));
  }

  /** Then there is no verdict, whatever was found before. */
  private boolean endedByTime(TestRun run) {
    return workers.timeIsUp()
        && run.failures() > 0
        && outcome(run) instanceof Outcome.Died died
        && died.cause() == Outcome.Cause.SILENT;
  }

  private int number(String test) {
    return plan.concurrent().stream().map(HiddenTest::id).toList().indexOf(test);
  }

  /** The one trial of this token; empty if the worker did not come to it. */
  Optional<TestRun> replay(Token token) {
    HiddenTest test = plan.concurrent().get(token.test());
    Job job =
        new Job(
            Engine.EXPLORE,
            token.seed(),
            true,
            true,
            List.of(new PlannedTest(test.className(), test.method(), 1)),
            Optional.of(token.schedule()),
            classes,
            plan.classes());
    return workers
        .run(job, Profile.explore(), (engine, configuration, id, trials) -> {})
        .runs()
        .stream()
        .findFirst();
  }

  private static boolean same(TestRun one, TestRun other) {
    return outcome(one).equals(outcome(other));
  }

  private static Outcome outcome(TestRun run) {
    return run.observations().getFirst().outcome();
  }
}
