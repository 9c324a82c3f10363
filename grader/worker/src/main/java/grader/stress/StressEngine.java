package grader.stress;

import grader.boot.Hooks;
import grader.protocol.Event;
import grader.protocol.Outcome;
import grader.testkit.TrialBody;
import grader.testkit.TrialEngine;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs each trial on fresh platform threads. A test that fails once is repeated a few times more,
 * so that "always" can be told from "sometimes", and is then over.
 *
 * <p>For one thread: the worker's main thread.
 */
public final class StressEngine implements TrialEngine {

  private static final int TRIALS_AFTER_A_FAILURE = 19;
  private static final int PASSES_A_REPORT = 50;

  private final long seed;
  private final Consumer<Event> events;
  private final Noise noise;
  private final Supervisor supervisor = new Supervisor();
  private int trials;

  public StressEngine(long seed, boolean noisy, Consumer<Event> events) {
    this.seed = seed;
    this.events = events;
    this.noise = new Noise();
    if (noisy) {
      Hooks.install(noise);
    }
  }

  /** The next test runs this often if no trial fails. */
  public void plan(int trialsOfNextTest) {
    this.trials = trialsOfNextTest;
  }

  @Override
  public void run(TrialBody body) {
    int failures = 0;
    int run = 0;
    int passes = 0;
    int last = trials;
    while (run < last) {
      long trialSeed = seedOf(body.name(), run);
      Optional<Outcome> outcome = trial(body, trialSeed);
      run++;
      if (outcome.isPresent()) {
        failures++;
        events.accept(new Event.NotPassed(body.name(), run - 1, trialSeed, outcome.get()));
        last = Math.min(last, decided(outcome.get()) ? run : lastAfterFailure(failures, run, last));
      } else if (++passes % PASSES_A_REPORT == 0) {
        events.accept(new Event.Passed(body.name(), run));
      }
    }
    events.accept(new Event.TestEnded(body.name(), run, failures));
  }

  private static int lastAfterFailure(int failures, int run, int last) {
    return failures == 1 ? run + TRIALS_AFTER_A_FAILURE : last;
  }

  /**
   * A trial that did not end by itself says it all, and to wait for more of them would take long.
   */
  private boolean decided(Outcome outcome) {
    return !(outcome instanceof Outcome.Failed) || !supervisor.isClean();
  }

  /**
   * False once a trial has left threads behind: nothing that runs beside them is worth anything.
   */
  public boolean isClean() {
    return supervisor.isClean();
  }

  private Optional<Outcome> trial(TrialBody body, long trialSeed) {
    noise.begin(trialSeed);
    Directing directing = new Directing(trialSeed, noise);
    return supervisor.run(directing, () -> directing.conductAndEnd(body));
  }

  private long seedOf(String test, int trial) {
    return Noise.mix(seed ^ Noise.mix(test.hashCode() * 31L + trial));
  }
}
