package grader.worker;

import grader.explore.ExploreEngine;
import grader.instrument.JdkControl;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Outcome;
import grader.protocol.PlannedTest;
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
 * failed.
 */
final class Worker {

  private final Runnable giveUp;
  private final Job job;
  private final Consumer<Event> events;
  private final Printed printed;
  private final Classes classes;
  private final JUnit junit;
  private final Optional<JdkControl> control;

  // Confined to the main thread, but for the engine's events, which come on it as well.
  private boolean failed;
  private boolean clean = true;

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
    this.classes = new Classes(job);
  }

  void run() {
    Consumer<PlannedTest> engine = engine();
    for (PlannedTest test : job.tests()) {
      if (!clean || (failed && job.stopAtFirst())) {
        return;
      }
      report(new Event.TestStarted(test.id()));
      engine.accept(test);
      printed.take().ifPresent(events);
    }
  }

  private Consumer<PlannedTest> engine() {
    return switch (job.engine()) {
      case SEQUENTIAL -> this::sequential;
      case STRESS -> stress();
      case EXPLORE -> explore();
    };
  }

  private void sequential(PlannedTest test) {
    SeededProperties.begin(job.seed());
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Optional<Outcome> outcome =
        new Supervisor().run(() -> thrown.set(junit.run(load(test), test.method()).orElse(null)));
    Optional<Outcome> result =
        outcome.or(() -> Optional.ofNullable(thrown.get()).map(Worker::falsified));
    result.ifPresent(what -> report(new Event.NotPassed(test.id(), 0, job.seed(), what)));
    report(new Event.TestEnded(test.id(), 1, result.isPresent() ? 1 : 0));
  }

  private static Outcome falsified(Throwable failure) {
    return SeededProperties.falsifiedBy()
        .map(sample -> Failures.describe(failure, "\nfor " + sample))
        .orElseGet(() -> Failures.describe(failure));
  }

  private Consumer<PlannedTest> stress() {
    StressEngine engine = new StressEngine(job.seed(), job.noise(), this::report);
    TrialExtension.use(engine);
    return test -> {
      engine.plan(test.trials());
      runByJUnit(test);
    };
  }

  /** The engine reports every trial; what JUnit itself trips over is a trial that failed, too. */
  private void runByJUnit(PlannedTest test) {
    junit
        .run(load(test), test.method())
        .ifPresent(failure -> {
          report(new Event.NotPassed(test.id(), 0, job.seed(), Failures.describe(failure)));
          report(new Event.TestEnded(test.id(), 1, 1));
        });
  }

  private Consumer<PlannedTest> explore() {
    JdkControl jdk =
        control.orElseThrow(
            () -> new IllegalStateException("this worker was started without its agent"));
    ExploreEngine engine =
        new ExploreEngine(
            job.seed(), classes.sites(), classes::fresh, this::report, Threads.own(), giveUp);
    job.replay().ifPresent(engine::replay);
    TrialExtension.use(engine);
    classes.prepare();
    return test -> {
      engine.plan(test.trials());
      runByJUnit(test);
      jdk.requireWhole();
    };
  }

  private Class<?> load(PlannedTest test) {
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
