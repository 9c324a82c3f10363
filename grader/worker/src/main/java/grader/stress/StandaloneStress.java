package grader.stress;

import grader.protocol.Event;
import grader.protocol.Outcome;
import grader.testkit.TrialBody;
import grader.testkit.TrialEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain stress without a worker: for an author who runs hidden tests from an IDE. The system
 * property {@code grader.trials} says how often.
 */
public final class StandaloneStress implements TrialEngine {

  private final int trials = Integer.getInteger("grader.trials", 100);

  public StandaloneStress() {}

  @Override
  public void run(TrialBody body) {
    List<Outcome> bad = new ArrayList<>();
    StressEngine engine = new StressEngine(System.nanoTime(), false, event -> collect(event, bad));
    engine.plan(Math.max(1, trials * body.share() / 100));
    engine.run(body);
    if (!bad.isEmpty()) {
      throw new AssertionError(bad.size() + " trials did not pass, the first: " + bad.getFirst());
    }
  }

  private static void collect(Event event, List<Outcome> bad) {
    if (event instanceof Event.NotPassed failed) {
      bad.add(failed.outcome());
    }
  }
}
