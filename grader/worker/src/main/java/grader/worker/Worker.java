package grader.worker;

import grader.explore.ExploreEngine;
import grader.instrument.JdkControl;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Outcome;
import grader.protocol.PlannedTest;
import grader.protocol.Turn;
import grader.stress.StressEngine;
import grader.stress.Supervisor;
import grader.stress.Threads;
import grader.testkit.TrialExtension;
import grader.trial.Failures;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests of one job in their order, each by JUnit, until the plan ends or a test has
 * failed, or has left threads behind; and again in each further round.
 */
final class Worker {

  private final Runnable giveUp;
  private final Job job;
  private final Consumer<Event> events;
  private final Printed printed;
  private final JUnit junit;
  private final Optional<JdkControl> control;

  // Confined to the main thread, but for the engine's events, which come on it as well.
  private boolean failed;
  private boolean leftBehind;

  /**
   * @param control of the JDK, which the explore engine needs
   * @param giveUp ends this JVM as if the job were done
   */
  Worker(
      Job job,
      JUnit junit,
      Optional<JdkControl> control,
      Consumer<Event> events,
      Printed printed,
      Runnable giveUp) {
    this.giveUp = giveUp;
    this.junit = junit;
    this.control = control;
    this.job = job;
    this.events = events;
    this.printed = printed;
  }

  void run() {
    run(job.rounds().getFirst());
    for (Job.Round round : job.rounds().subList(1, job.rounds().size())) {
      if (leftBehind) {
        return;
      }
      report(new Event.NextRound());
      failed = false;
      run(round);
    }
  }

  /** All is new in each round but the JVM: what was remembered would not be there in a check. */
  private void run(Job.Round round) {
    Classes classes = new Classes(job, round);
    switch (job.engine()) {
      case SEQUENTIAL -> run(test -> sequential(test, classes, round.seed()));
      case STRESS -> stress(classes, round.seed());
      case EXPLORE -> explore(classes, round.seed());
    }
  }

  private void run(Consumer<PlannedTest> engine) {
    for (PlannedTest test : job.tests()) {
      if (leftBehind || (failed && job.stopAtFirst())) {
        return;
      }
      report(new Event.TestStarted(test.id()));
      engine.accept(test);
      printed.take().ifPresent(events);
    }
  }

  private void sequential(PlannedTest test, Classes classes, long seed) {
    SeededProperties.begin(seed);
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Supervisor supervisor = new Supervisor();
    Optional<Outcome> outcome =
        supervisor.run(
            () -> thrown.set(junit.run(load(test, classes), test.method()).orElse(null)));
    leftBehind |= !supervisor.isClean();
    Optional<Outcome> result =
        outcome.or(() -> Optional.ofNullable(thrown.get()).map(Worker::falsified));
    result.ifPresent(what -> report(new Event.NotPassed(test.id(), 0, seed, what)));
    report(new Event.TestEnded(test.id(), 1, result.isPresent() ? 1 : 0));
  }

  private static Outcome falsified(Throwable failure) {
    return SeededProperties.falsifiedBy()
        .map(sample -> Failures.describe(failure, "\nfor " + sample))
        .orElseGet(() -> Failures.describe(failure));
  }

  private void stress(Classes classes, long seed) {
    StressEngine engine = new StressEngine(seed, job.noise(), this::report);
    TrialExtension.use(engine);
    run(test -> {
      engine.plan(test.trials());
      runByJUnit(test, classes, seed);
      leftBehind |= !engine.isClean();
    });
  }

  /** The engine reports every trial; what JUnit itself trips over is a trial that failed, too. */
  private void runByJUnit(PlannedTest test, Classes classes, long seed) {
    junit
        .run(load(test, classes), test.method())
        .ifPresent(failure -> {
          report(new Event.NotPassed(test.id(), 0, seed, Failures.describe(failure)));
          report(new Event.TestEnded(test.id(), 1, 1));
        });
  }

  private void explore(Classes classes, long seed) {
    JdkControl jdk =
        control.orElseThrow(
            () -> new IllegalStateException("this worker was started without its agent"));
    try (ExploreEngine engine =
        new ExploreEngine(
            seed, classes.sites(), classes::fresh, this::report, Threads.own(), giveUp)) {
      job.replay().ifPresent(schedule -> replay(schedule, engine, classes));
      TrialExtension.use(engine);
      classes.prepare();
      run(test -> {
        engine.plan(test.trials());
        runByJUnit(test, classes, seed);
        jdk.requireWhole();
      });
    }
  }

  private static void replay(String schedule, ExploreEngine engine, Classes classes) {
    if (Turn.arePlayed(schedule)) {
      engine.play(Turn.parse(schedule), classes::isOfSubmission);
    } else {
      engine.replay(schedule);
    }
  }

  private static Class<?> load(PlannedTest test, Classes classes) {
    try {
      return classes.hiddenTest(test.className());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("the plan names a class that the job does not hold", missing);
    }
  }

  private void report(Event event) {
    failed |= event instanceof Event.NotPassed;
    events.accept(event);
  }
}
