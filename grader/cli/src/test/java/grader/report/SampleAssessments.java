package grader.report;

import grader.Assessment;
import grader.Detection;
import grader.Options;
import grader.Profile;
import grader.compile.SourceError;
import grader.diagnose.Diagnostician;
import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.inspect.Problem;
import grader.inspect.RequiredApi;
import grader.judge.Judge;
import grader.judge.Judgement;
import grader.judge.Verdict;
import grader.kata.FrontMatter;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.protocol.Engine;
import grader.protocol.Event;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.protocol.PctTrials;
import grader.protocol.Samples;
import grader.run.Exploration;
import grader.run.Observation;
import grader.run.TestRun;
import grader.testkit.Bug;
import grader.testkit.Gate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes assessments of a kata with three tests. */
final class SampleAssessments {

  static final HiddenTest CONTRACT =
      new HiddenTest(
          "semaphore.hidden.ContractTest",
          "permitsNeverExceedWhatWasGiven",
          false,
          100,
          Gate.SAFETY,
          Bug.WRONG_RESULT,
          Bug.WRONG_RESULT);
  static final HiddenTest EXCLUSION =
      new HiddenTest(
          "semaphore.hidden.ExclusionTest",
          "noMoreThanPermitsAreInsideEvenWhenManyThreadsCompeteForThemAtTheSameTime",
          true,
          100,
          Gate.SAFETY,
          Bug.CHECK_THEN_ACT,
          Bug.CHECK_THEN_ACT);
  static final HiddenTest WAKE_UP =
      new HiddenTest(
          "semaphore.hidden.WakeUpTest",
          "oneReleaseWakesOneWaiter",
          true,
          100,
          Gate.LIVENESS,
          Bug.LOST_WAKEUP,
          Bug.LOST_WAKEUP);

  private static final Plan PLAN =
      new Plan(
          List.of(CONTRACT, EXCLUSION, WAKE_UP),
          Map.of(),
          new RequiredApi(new TreeSet<>(), new TreeSet<>()));
  private static final Kata KATA =
      new Kata(
          Path.of("src/test/resources/grader/report/project/katas/04-semaphore"),
          new FrontMatter(
              "Counting semaphore",
              "beginner",
              List.of("semaphore"),
              List.of(),
              "semaphore.CountingSemaphore",
              60,
              Map.of(Gate.SAFETY, 6, Gate.LIVENESS, 4),
              List.of(),
              List.of("ContractTest", "ExclusionTest", "WakeUpTest")));
  private static final Options OPTIONS =
      new Options(
          Profile.STANDARD,
          Optional.empty(),
          Duration.ofMinutes(5),
          42,
          Set.of(Engine.SEQUENTIAL, Engine.EXPLORE, Engine.STRESS));
  private static final long MILLIS = 1_234;

  private SampleAssessments() {}

  static Outcome failed(String type, String message, String... stack) {
    return new Outcome.Failed(type, message, List.of(stack), "");
  }

  static TestRun once(HiddenTest test, Outcome... outcomes) {
    return run(test, Engine.SEQUENTIAL, 1, 1, outcomes);
  }

  static TestRun stress(HiddenTest test, int trials, Outcome... outcomes) {
    return run(test, Engine.STRESS, Math.max(80, trials), trials, outcomes);
  }

  /** Schedules that all pass, every one with at most so many preemptions among them. */
  static TestRun explored(HiddenTest test, int schedules, int preemptions) {
    return explored(
        test,
        schedules,
        new Event.Exhausted(test.id(), preemptions, 83, false),
        tried(test, schedules / 2));
  }

  /** Schedules that all pass; there are no others, but for whims, of which there are samples. */
  static TestRun exploredAll(HiddenTest test, int sampled) {
    return explored(
        test, 8 + sampled, new Event.Exhausted(test.id(), 1, 7, true), tried(test, sampled));
  }

  /** Its worker was ended when time was up. */
  static TestRun silent(HiddenTest test) {
    Outcome ended = new Outcome.Died(Outcome.Cause.SILENT, "ended by the grader");
    return explored(test, 501, Exploration.NONE, new Observation(500, 7, ended));
  }

  private static Event.Tried tried(HiddenTest test, int sampled) {
    boolean any = sampled > 0;
    return new Event.Tried(
        test.id(),
        3,
        77,
        36,
        any,
        false,
        any ? List.of(new Samples("POS", sampled - 400), new Samples("PCT 3", 400)) : List.of(),
        any ? List.of(new PctTrials(2, 212, 200)) : List.of());
  }

  private static TestRun explored(
      HiddenTest test, int schedules, Event.Exhausted exhausted, Event.Tried tried) {
    return explored(
        test,
        schedules,
        new Exploration(
            Optional.of(exhausted),
            Optional.of(tried),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  /** A test that could not be controlled. */
  static TestRun escaped(HiddenTest test, String why) {
    return explored(
        test,
        3,
        new Exploration(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of(why)));
  }

  /** A schedule that fails, and how it came to that. */
  static TestRun explored(HiddenTest test, int schedules, Outcome outcome, Move... moves) {
    return explored(
        test,
        schedules,
        new Exploration(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Event.Failing(test.id(), 7, "3:1", "random walk")),
            Optional.empty(),
            Optional.of("x1-8anscyj309qtt2ry0arg"),
            List.of(moves),
            List.of(),
            Optional.empty()),
        new Observation(schedules - 1, 7, outcome));
  }

  /** A schedule that fails, and a data race beside it. */
  static TestRun racing(HiddenTest test, Outcome race, Outcome outcome) {
    return explored(
        test,
        39,
        new Exploration(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Event.Failing(test.id(), 7, "3:1", "random walk")),
            Optional.of(new Event.Racing(test.id(), 2, 7, "", "random walk", race)),
            Optional.of("x1-8anscyj309qtt2ry0arg"),
            List.of(),
            List.of(),
            Optional.empty()),
        new Observation(38, 7, outcome));
  }

  private static TestRun explored(
      HiddenTest test, int schedules, Exploration exploration, Observation... observations) {
    return new TestRun(
        test.id(),
        Engine.EXPLORE,
        "controlled",
        2_000,
        schedules,
        observations.length,
        List.of(observations),
        exploration);
  }

  private static TestRun run(
      HiddenTest test, Engine engine, int planned, int trials, Outcome... outcomes) {
    List<Observation> observations =
        IntStream.range(0, outcomes.length)
            .mapToObj(i ->
                new Observation(trials - outcomes.length + i, Long.MIN_VALUE + 7L * i, outcomes[i]))
            .toList();
    return new TestRun(
        test.id(), engine, "default", planned, trials, outcomes.length, observations);
  }

  static Assessment judged(boolean complete, String printed, TestRun... runs) {
    return judged(Judge.judge(PLAN, Arrays.asList(runs), complete), printed);
  }

  /** Ten tests passed, one failed, nine were not run. */
  static Assessment manyTests(Outcome failure) {
    List<HiddenTest> tests = IntStream.range(0, 20).mapToObj(SampleAssessments::numbered).toList();
    Plan plan = new Plan(tests, Map.of(), PLAN.required());
    Stream<TestRun> passed =
        tests.stream().limit(10).flatMap(test -> Stream.of(once(test), stress(test, 200)));
    List<TestRun> runs =
        Stream.concat(passed, Stream.of(stress(tests.get(10), 57, failure))).toList();
    return judged(Judge.judge(plan, runs, true), "");
  }

  private static HiddenTest numbered(int number) {
    Gate gate = number < 15 ? Gate.SAFETY : Gate.LIVENESS;
    return new HiddenTest(
        "semaphore.hidden.ManyTest",
        "test" + number,
        true,
        100,
        gate,
        Bug.LOST_UPDATE,
        Bug.LOST_UPDATE);
  }

  private static Assessment judged(Judgement judgement, String printed) {
    return assessment(judgement.verdict(), List.of(), List.of(), Optional.of(judgement), printed);
  }

  /** The same, and such bugs had to be found. */
  static Assessment detecting(double share, Assessment any) {
    Options options = any.options();
    return new Assessment(
        any.submission(),
        new Options(
            options.profile(),
            Optional.of(new Detection(share)),
            options.budget(),
            options.seed(),
            options.engines()),
        any.verdict(),
        any.notStarted(),
        any.errors(),
        any.problems(),
        any.judgement(),
        any.diagnosis(),
        any.points(),
        any.mostPoints(),
        any.printed(),
        any.millis());
  }

  /** The same, and it fails as a known mistake does. */
  static Assessment known(String mistake, Assessment any) {
    return new Assessment(
        any.submission(),
        any.options(),
        any.verdict(),
        any.notStarted(),
        any.errors(),
        any.problems(),
        any.judgement(),
        any.diagnosis().map(one -> one.like(Optional.of(mistake))),
        any.points(),
        any.mostPoints(),
        any.printed(),
        any.millis());
  }

  static Assessment rejected(SourceError... errors) {
    return assessment(Verdict.DOES_NOT_COMPILE, List.of(errors), List.of(), Optional.empty(), "");
  }

  static Assessment notRun(Problem... problems) {
    Verdict verdict = Verdict.valueOf(problems[0].kind().name());
    return assessment(verdict, List.of(), List.of(problems), Optional.empty(), "");
  }

  private static Assessment assessment(
      Verdict verdict,
      List<SourceError> errors,
      List<Problem> problems,
      Optional<Judgement> judgement,
      String printed) {
    return new Assessment(
        new Submission(KATA, "src", KATA.folder().resolve("src")),
        OPTIONS,
        verdict,
        judgement.flatMap(Judgement::firstBad).flatMap(bad -> bad.firstOutcome()).stream()
            .anyMatch(
                one -> one instanceof Outcome.Failed failed && failed.message().equals("TODO")),
        errors,
        problems,
        judgement,
        judgement.flatMap(
            one -> Diagnostician.diagnose(one, file -> file.equals("CountingSemaphore.java"))),
        judgement.stream()
            .flatMap(one -> one.openGates().stream())
            .mapToInt(gate -> KATA.frontMatter().points().getOrDefault(gate, 0))
            .sum(),
        10,
        printed,
        MILLIS);
  }
}
