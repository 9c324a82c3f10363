package grader.report;

import static grader.report.SampleAssessments.CONTRACT;
import static grader.report.SampleAssessments.EXCLUSION;
import static grader.report.SampleAssessments.WAKE_UP;
import static grader.report.SampleAssessments.detecting;
import static grader.report.SampleAssessments.escaped;
import static grader.report.SampleAssessments.explored;
import static grader.report.SampleAssessments.exploredAll;
import static grader.report.SampleAssessments.failed;
import static grader.report.SampleAssessments.judged;
import static grader.report.SampleAssessments.known;
import static grader.report.SampleAssessments.notRun;
import static grader.report.SampleAssessments.once;
import static grader.report.SampleAssessments.racing;
import static grader.report.SampleAssessments.rejected;
import static grader.report.SampleAssessments.silent;
import static grader.report.SampleAssessments.stress;

import grader.Assessment;
import grader.compile.SourceError;
import grader.inspect.Problem;
import grader.protocol.Effect;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import java.lang.Thread.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Assessments that every report must be able to write down. */
enum Sample {
  PASSED(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          stress(EXCLUSION, 80),
          stress(EXCLUSION, 120),
          stress(WAKE_UP, 200))),

  FAILED(() ->
      judged(
          true,
          "",
          once(
              CONTRACT,
              failed(
                  "org.opentest4j.AssertionFailedError",
                  "\nExpecting actual:\n  3\nto be less than or equal to:\n  2",
                  "ContractTest.java:31 permitsNeverExceedWhatWasGiven",
                  "ContractTest.java:20 lambda$model$0")))),

  KNOWN(() ->
      known(
          "counts-in-two-steps",
          judged(
              true,
              "",
              once(CONTRACT),
              stress(EXCLUSION, 57, failed("grader.testkit.Revealed", "two inside", "X.java:1 x")),
              stress(WAKE_UP, 80)))),

  FLAKY(() ->
      judged(
          true,
          "inside: 1\ninside: 2\ninside: 3\n",
          once(CONTRACT),
          stress(
              EXCLUSION,
              57,
              failed(
                  "grader.testkit.Revealed",
                  "expected at most 2 threads inside, but there were 3",
                  "CountingSemaphore.java:18 acquire",
                  "ExclusionTest.java:44 lambda$noMoreThanPermitsAreInside$1"),
              failed("grader.testkit.Revealed", "expected at most 2 threads inside", "X.java:1 x")),
          stress(WAKE_UP, 80))),

  EXPLORED(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          explored(EXCLUSION, 2_000, 2),
          exploredAll(WAKE_UP, 1_000),
          stress(EXCLUSION, 200),
          stress(WAKE_UP, 200))),

  EVERYTHING(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          exploredAll(EXCLUSION, 0),
          exploredAll(WAKE_UP, 0),
          stress(EXCLUSION, 200),
          stress(WAKE_UP, 200))),

  DETECTED(() ->
      detecting(
          0.001,
          judged(
              true,
              "",
              once(CONTRACT),
              explored(EXCLUSION, 5_990, 1),
              exploredAll(WAKE_UP, 0),
              stress(EXCLUSION, 2_995),
              stress(WAKE_UP, 2_995)))),

  OUT_OF_BUDGET(() ->
      detecting(
          0.01, judged(false, "", once(CONTRACT), explored(EXCLUSION, 2_000, 1), silent(WAKE_UP)))),

  ESCAPED(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          escaped(EXCLUSION, "waiter is blocked outside of control at CountingSemaphore.java:9"),
          explored(WAKE_UP, 2_000, 1),
          stress(EXCLUSION, 200),
          stress(WAKE_UP, 200))),

  INTERLEAVING(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          explored(
              EXCLUSION,
              39,
              failed(
                  "org.opentest4j.AssertionFailedError",
                  "[free after 2 releases]\nexpected: 2\n but was: 1",
                  "ExclusionTest.java:46 everyReleaseCounts"),
              move("test", "writes free = 0", 9, turn("test", State.RUNNABLE), writes(0)),
              move("left", "locks", 7, turn("left", State.RUNNABLE), holds("left", true)),
              move("left", "reads free = 0", 10, reads(0)),
              new Move("right", "reads free = 0", "CountingSemaphore.java", 10, true, false),
              new Move("right", "waits for the lock", "CountingSemaphore.java", 7, false, true)
                  .with(List.of(new Effect.Turn("right", State.BLOCKED, "CountingSemaphore"))),
              new Move("", "the clock goes on to 5 microseconds", "", 0, false, true),
              move("right", "Thread.interrupted", 8, turn("right", State.RUNNABLE)),
              move("right", "reads free = 0", 8),
              move("right", "reads free = 0", 9),
              move("right", "reads free = 0", 8),
              move("right", "reads free = 0", 9),
              move("right", "writes free = 1", 10, writes(1)),
              move("right", "ends", 0, turn("right", State.TERMINATED)),
              move("left", "writes free = 1", 10, writes(1), new Effect.Whimsy()),
              move(
                  "left",
                  "is blocked, and says so in words that need more than one line",
                  10,
                  holds("left", false),
                  turn("left", State.WAITING),
                  new Effect.Signal("test")),
              move("test", "reads free = 1", 8)))),

  RACING(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          racing(
              EXCLUSION,
              Outcome.Failed.race(
                  "'free' is written by left (CountingSemaphore.java:10) and read by right"
                      + " (CountingSemaphore.java:8), and nothing orders the two: no lock, no"
                      + " volatile field, no start or join lies between them.",
                  List.of(
                      "CountingSemaphore.java:8 availablePermits",
                      "CountingSemaphore.java:10 release"),
                  "stale-read"),
              failed(
                  "org.opentest4j.AssertionFailedError",
                  "[free after 2 releases]\nexpected: 2\n but was: 1",
                  "ExclusionTest.java:46 everyReleaseCounts")))),

  RACE(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          explored(
              EXCLUSION,
              39,
              Outcome.Failed.race(
                  "'free' is written by test (CountingSemaphore.java:10) and read by right"
                      + " (CountingSemaphore.java:8), and nothing orders the two: no lock, no"
                      + " volatile field, no start or join lies between them.",
                  List.of(
                      "CountingSemaphore.java:8 availablePermits",
                      "CountingSemaphore.java:10 release"),
                  "stale-read"),
              move("test", "writes free = 1", 10, writes(1), new Effect.Racing()),
              move("right", "reads free = 1", 8, reads(1), new Effect.Racing())))),

  DEADLOCK(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          stress(
              EXCLUSION,
              3,
              new Outcome.Stuck(
                  Outcome.Why.CYCLE,
                  List.of(
                      new ThreadReport(
                          "giver",
                          "BLOCKED",
                          "Object",
                          "taker",
                          List.of(
                              "CountingSemaphore.java:31 release", "ExclusionTest.java:50 give")),
                      new ThreadReport(
                          "taker",
                          "WAITING",
                          "ReentrantLock$NonfairSync",
                          "giver",
                          List.of("CountingSemaphore.java:18 acquire")),
                      new ThreadReport(
                          "onlooker",
                          "BLOCKED",
                          "Object",
                          "taker",
                          List.of("Helper.java:3 look"))))))),

  NOBODY_LEFT(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          stress(EXCLUSION, 80),
          stress(
              WAKE_UP,
              12,
              new Outcome.Stuck(
                  Outcome.Why.NOBODY_LEFT,
                  List.of(
                      new ThreadReport(
                          "first waiter",
                          "WAITING",
                          "CountingSemaphore",
                          "",
                          List.of(
                              "CountingSemaphore.java:18 acquire", "WakeUpTest.java:23 acquire")),
                      new ThreadReport("giver", "TERMINATED", "", "", List.of())))))),

  SPINNING(() ->
      judged(
          true,
          "",
          once(CONTRACT),
          stress(
              EXCLUSION,
              1,
              new Outcome.Stuck(
                  Outcome.Why.SPINNING,
                  List.of(
                      new ThreadReport(
                          "waiter",
                          "RUNNABLE",
                          "",
                          "",
                          List.of("CountingSemaphore.java:20 acquire"))))))),

  NOT_STARTED(() ->
      judged(
          true,
          "",
          once(
              CONTRACT,
              failed(
                  "java.lang.UnsupportedOperationException",
                  "TODO",
                  "CountingSemaphore.java:9 <init>",
                  "ContractTest.java:15 permitsNeverExceedWhatWasGiven")))),

  DOES_NOT_COMPILE(() ->
      rejected(
          new SourceError(
              "src/semaphore/CountingSemaphore.java",
              12,
              17,
              "cannot find symbol\n  symbol:   method awit()\n  location: class CountingSemaphore",
              "\t\tawit();"),
          new SourceError(
              "src/semaphore/CountingSemaphore.java", 40, 2, "reached end of file", "}"),
          new SourceError("src/semaphore/Other.java", 0, 0, "this file is not UTF-8", ""))),

  API_MISMATCH(() ->
      notRun(
          new Problem(
              Problem.Kind.API_MISMATCH,
              "src/semaphore/CountingSemaphore.java",
              "there is no boolean tryAcquire(int)",
              "found boolean tryAcquire(); change it as the README specifies it"))),

  NOT_ALLOWED(() ->
      notRun(
          new Problem(
              Problem.Kind.NOT_ALLOWED,
              "src/semaphore/CountingSemaphore.java:12",
              "uses java.util.concurrent.Semaphore",
              "this kata is about building it yourself; the README lists what is allowed"))),

  INCONCLUSIVE(() -> judged(false, "", once(CONTRACT), stress(EXCLUSION, 80))),

  TOO_LATE(() ->
      judged(
          false,
          "",
          once(CONTRACT),
          stress(
              EXCLUSION,
              7,
              new Outcome.Late(
                  List.of(
                      new ThreadReport(
                          "taker",
                          "TIMED_WAITING",
                          "",
                          "",
                          List.of("CountingSemaphore.java:18 acquire"))))))),

  EXITED(() ->
      judged(
          false,
          "good bye\n",
          once(CONTRACT, new Outcome.Died(Outcome.Cause.EXITED, "exit status 1")))),

  OUT_OF_MEMORY(() ->
      judged(
          false,
          "",
          once(CONTRACT),
          stress(
              EXCLUSION, 4, new Outcome.Died(Outcome.Cause.OUT_OF_MEMORY, "the heap was full")))),

  MANY_TESTS(() ->
      SampleAssessments.manyTests(
          failed("java.lang.AssertionError", "expected 2 but was 1", "ManyTest.java:12 test10"))),

  HOSTILE(() ->
      judged(
          true,
          Hostile.TEXT,
          once(
              CONTRACT,
              failed(
                  "evil.Exception\u001b[2J",
                  Hostile.TEXT,
                  "Evil.java:1 \u001b]0;title\u0007lambda$x$0",
                  "::error::frame")),
          stress(
              EXCLUSION,
              2,
              new Outcome.Stuck(
                  Outcome.Why.NOBODY_LEFT,
                  List.of(
                      new ThreadReport(
                          "::error file=x::\u0000\r\nname",
                          "WAITING",
                          "]]><x>",
                          "\uD800&amp;",
                          List.of("::error::frame"))))))),

  HOSTILE_SOURCE(() ->
      rejected(
          new SourceError(
              "src/semaphore/\u001b[31mRed.java",
              1,
              4_000,
              Hostile.TEXT,
              "\u001b[8m" + "x = ".repeat(1_000) + "\u202Ehidden; /* \u4F60\u597D */")));

  // Each supplier makes an equal assessment every time.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Supplier<Assessment> assessment;

  Sample(Supplier<Assessment> assessment) {
    this.assessment = assessment;
  }

  Assessment assessment() {
    return assessment.get();
  }

  Optional<String> nudge() {
    return switch (this) {
      case FLAKY -> Optional.of("Between the look and the step, who else can move?");
      default -> Optional.empty();
    };
  }

  private static Move move(String thread, String what, int line, Effect... effects) {
    return new Move(thread, what, "CountingSemaphore.java", line, false, false, List.of(effects));
  }

  private static Effect turn(String thread, State state) {
    return new Effect.Turn(thread, state, "");
  }

  private static Effect holds(String thread, boolean begins) {
    return new Effect.Hold(thread, "CountingSemaphore", begins);
  }

  private static Effect reads(int value) {
    return new Effect.Access("CountingSemaphore.free", "" + value, false);
  }

  private static Effect writes(int value) {
    return new Effect.Access("CountingSemaphore.free", "" + value, true);
  }

  /** The name of the folder with its golden files. */
  String folder() {
    return Words.slug(this);
  }
}
