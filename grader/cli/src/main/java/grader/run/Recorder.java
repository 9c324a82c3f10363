package grader.run;

import grader.protocol.Channel;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.protocol.PlannedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a worker's events down, and holds them against the plan. For one thread. */
final class Recorder {

  private static final int MOST_OBSERVATIONS = 5;

  private final Job job;
  private final long seed;
  private final Configuration configuration;
  private final Progress progress;
  private final List<TestRun> runs = new ArrayList<>();
  private final StringBuilder printed = new StringBuilder();
  private List<Observation> observations = new ArrayList<>();
  private Exploration exploration = Exploration.NONE;
  private @Nullable String running;
  private int passed;
  private boolean finished;

  Recorder(Job job, long seed, Configuration configuration, Progress progress) {
    this.job = job;
    this.seed = seed;
    this.configuration = configuration;
    this.progress = progress;
  }

  /**
   * @throws IllegalStateException if this event cannot come now: the stream is not a worker's
   */
  void accept(Event event) {
    switch (event) {
      case Event.TestStarted(String test) -> start(test);
      case Event.Passed(String test, int trials) -> pass(test, trials);
      case Event.NotPassed(String test, int trial, long seed, Outcome outcome) ->
          observe(test, new Observation(trial, seed, outcome));
      case Event.Exhausted exhausted -> {
        require(exhausted.test().equals(running));
        exploration = exploration.with(exhausted);
      }
      case Event.Tried tried -> {
        require(tried.test().equals(running));
        exploration = exploration.with(tried);
      }
      case Event.Failing failing -> {
        require(failing.test().equals(running));
        exploration = exploration.with(failing);
      }
      case Event.Racing racing -> {
        require(racing.test().equals(running));
        exploration = exploration.with(racing);
      }
      case Event.Interleaving(String test, List<Move> moves) -> {
        require(test.equals(running));
        exploration = exploration.with(moves);
      }
      case Event.Asked asked -> {
        require(asked.test().equals(running));
        exploration = exploration.with(asked);
      }
      case Event.Escaped(String test, String why) -> {
        require(test.equals(running));
        exploration = exploration.withEscape(why);
      }
      case Event.TestEnded(String test, int trials, int failures) -> end(test, trials, failures);
      case Event.Printed(String text, long dropped) ->
          printed.append(text).append(dropped > 0 ? "\n... and " + dropped + " bytes more\n" : "");
      case Event.NextRound next -> end();
      case Event.Finished() -> finished = true;
    }
  }

  private void start(String test) {
    require(running == null && next().filter(planned -> planned.id().equals(test)).isPresent());
    running = test;
    passed = 0;
    observations = new ArrayList<>();
    exploration = Exploration.NONE;
    progress.at(job.engine(), configuration.name(), test, 0);
  }

  private void pass(String test, int trials) {
    require(test.equals(running));
    passed = trials;
    progress.at(job.engine(), configuration.name(), test, trials);
  }

  private void observe(String test, Observation observation) {
    require(test.equals(running));
    observations.add(observation);
  }

  private void end(String test, int trials, int failures) {
    require(test.equals(running) && failures == observations.size());
    runs.add(run(test, trials, failures));
    running = null;
  }

  /** Another one writes down what follows. */
  private void end() {
    require(running == null && !finished);
    finished = true;
  }

  /** The next test of the plan. */
  private Optional<PlannedTest> next() {
    return job.tests().stream().skip(runs.size()).findFirst();
  }

  private TestRun run(String test, int trials, int failures) {
    int planned = next().map(PlannedTest::trials).orElse(0);
    return new TestRun(
        test,
        job.engine(),
        configuration.name(),
        planned,
        trials,
        failures,
        observations.stream().limit(MOST_OBSERVATIONS).toList(),
        exploration);
  }

  /**
   * All that was recorded.
   *
   * @param died how the worker ended, if not by its plan
   * @param complaint what the JVM itself wrote on standard error
   * @throws WorkerFailure if it ended before its first test, or says that it is broken
   */
  Transcript transcript(Optional<Outcome.Died> died, String complaint) {
    Optional<Outcome.Died> early =
        died.or(() ->
            finished
                ? Optional.empty()
                : Optional.of(new Outcome.Died(Outcome.Cause.EXITED, "exit status 0")));
    early.ifPresent(how -> dieDuringTest(how, complaint));
    return new Transcript(runs, early.isEmpty(), printed.toString());
  }

  private void dieDuringTest(Outcome.Died how, String complaint) {
    boolean early = running == null && runs.isEmpty() && how.cause() != Outcome.Cause.SILENT;
    if (early || how.detail().equals("exit status " + Channel.WORKER_IS_BROKEN)) {
      throw new WorkerFailure(
          "a worker failed (" + how.detail() + ", " + configuration.name() + "): " + complaint);
    }
    Optional<String> blamed = Optional.ofNullable(running).or(() -> next().map(PlannedTest::id));
    blamed.ifPresent(test -> {
      observations.add(new Observation(passed, seed, how));
      // A trial may have failed before its worker died of telling so.
      runs.add(run(test, Math.max(passed + 1, observations.size()), observations.size()));
    });
  }

  private static void require(boolean expected) {
    if (!expected) {
      throw new IllegalStateException("this event cannot come now");
    }
  }
}
