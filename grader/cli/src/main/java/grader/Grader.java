package grader;

import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.inspect.Forbidden;
import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.inspect.Problem;
import grader.inspect.SubmissionClasses;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.protocol.Engine;
import grader.protocol.Job;
import grader.protocol.PlannedTest;
import grader.run.Configuration;
import grader.run.Deadline;
import grader.run.Installation;
import grader.run.Progress;
import grader.run.Transcript;
import grader.run.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Grades submissions. Thread-safe: what is shared between checks never changes. */
public final class Grader {

  private final Installation installation;
  private final HiddenTests hiddenTests;

  public Grader(Installation installation) {
    this.installation = installation;
    this.hiddenTests = new HiddenTests(installation);
  }

  /**
   * The hidden tests of a kata.
   *
   * @throws grader.kata.BrokenKata if they do not compile or do not fit the front matter
   */
  public Plan plan(Kata kata) {
    return hiddenTests.plan(kata);
  }

  /** Compiles, inspects and runs a submission; the cheapest news comes first. */
  public Assessment grade(Submission submission, Options options, Progress progress) {
    Verdicts verdicts = new Verdicts(submission, options);
    return switch (new SourceCompiler(List.of()).compile(submission)) {
      case Compilation.Rejected(var errors) -> verdicts.rejected(errors);
      case Compilation.Compiled(Map<String, byte[]> classes) ->
          grade(submission.kata(), classes, verdicts, options, progress);
    };
  }

  private Assessment grade(
      Kata kata,
      Map<String, byte[]> classes,
      Verdicts verdicts,
      Options options,
      Progress progress) {
    Plan plan = plan(kata);
    List<Problem> problems = problems(kata, plan, verdicts.submission(), classes);
    if (!problems.isEmpty()) {
      return verdicts.notRun(problems);
    }
    return verdicts.judged(plan, run(verdicts.submission(), plan, classes, options, progress));
  }

  /** Runs the one trial of a token again. */
  public Replay replay(Submission submission, Token token) {
    return switch (new SourceCompiler(List.of()).compile(submission)) {
      case Compilation.Rejected(var errors) -> new Replay.Rejected(errors);
      case Compilation.Compiled(Map<String, byte[]> classes) -> replay(submission, classes, token);
    };
  }

  private Replay replay(Submission submission, Map<String, byte[]> classes, Token token) {
    Plan plan = plan(submission.kata());
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
    Workers workers = new Workers(installation, new Deadline(Profile.STANDARD.budget()));
    return new Replays(workers, submission, plan, classes)
        .replay(token)
        .<Replay>map(run -> new Replay.Ran(submission, plan.concurrent().get(token.test()), run))
        .orElseGet(() -> new Replay.DoesNotFit("its test did not come to run"));
  }

  private static List<Problem> problems(
      Kata kata, Plan plan, Submission submission, Map<String, byte[]> classes) {
    SubmissionClasses shape = new SubmissionClasses(submission.name(), classes);
    List<Problem> missing = plan.required().missingIn(shape);
    return missing.isEmpty() ? new Forbidden(kata.frontMatter().forbids()).usedBy(shape) : missing;
  }

  private List<Transcript> run(
      Submission submission,
      Plan plan,
      Map<String, byte[]> classes,
      Options options,
      Progress progress) {
    Workers workers = new Workers(installation, new Deadline(options.budget()));
    List<Transcript> transcripts = new ArrayList<>();
    Deque<Step> steps = new ArrayDeque<>(steps(plan, options));
    while (!steps.isEmpty()) {
      Step step = steps.removeFirst();
      Transcript transcript =
          workers.run(step.job(plan, classes, options), step.configuration(), progress);
      transcript = new Replays(workers, submission, plan, classes).confirmed(transcript);
      transcripts.add(transcript);
      if (transcript.failed() && !options.profile().runsAll()) {
        break;
      }
      step.after(transcript.runs().size()).ifPresent(steps::addFirst);
    }
    return transcripts;
  }

  private static List<Step> steps(Plan plan, Options options) {
    Configuration alone = new Configuration("default", List.of(), false, false, 100);
    Stream<Step> sequential = Stream.of(new Step(Engine.SEQUENTIAL, alone, plan.sequential()));
    Stream<Step> stress =
        options.profile().configurations().stream()
            .map(one -> new Step(Engine.STRESS, one, plan.concurrent()));
    Stream<Step> explore =
        Stream.of(new Step(Engine.EXPLORE, Profile.explore(), plan.concurrent()));
    return Stream.of(sequential, explore, stress)
        .flatMap(one -> one)
        .filter(step -> !step.tests().isEmpty() && options.engines().contains(step.engine()))
        .toList();
  }

  /** One worker's part of the plan. */
  private record Step(Engine engine, Configuration configuration, List<HiddenTest> tests) {

    /**
     * What is left for another worker when this one had to end early: a trial had spoilt its JVM.
     */
    Optional<Step> after(int done) {
      return done == 0 || done >= tests.size()
          ? Optional.empty()
          : Optional.of(new Step(engine, configuration, tests.subList(done, tests.size())));
    }

    Job job(Plan plan, Map<String, byte[]> classes, Options options) {
      List<PlannedTest> planned =
          tests.stream()
              .map(test -> new PlannedTest(test.className(), test.method(), trials(test, options)))
              .toList();
      long seed = options.seed() ^ configuration.name().hashCode();
      return new Job(
          engine,
          seed,
          configuration.noise(),
          !options.profile().runsAll(),
          planned,
          Optional.empty(),
          classes,
          plan.classes());
    }

    private int trials(HiddenTest test, Options options) {
      return switch (engine) {
        case SEQUENTIAL -> 1;
        case EXPLORE -> options.profile().schedules();
        case STRESS -> {
          int all = options.profile().trials() * configuration.share() / 100;
          yield Math.max(1, all * test.share() / 100);
        }
      };
    }
  }
}
