package grader.diagnose;

import grader.inspect.HiddenTest;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.testkit.Bug;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the bug that explains best what was observed; the hardest evidence goes first. */
public final class Diagnostician {

  private Diagnostician() {}

  /** Empty if nothing failed, or if what failed says nothing about the submission. */
  public static Optional<Diagnosis> diagnose(Judgement judgement) {
    return judgement
        .firstBad()
        .flatMap(bad -> bad.firstOutcome().flatMap(outcome -> explain(bad, outcome)));
  }

  private static Optional<Diagnosis> explain(TestResult bad, Outcome outcome) {
    HiddenTest test = bad.test();
    return switch (outcome) {
      case Outcome.Failed failed ->
          Optional.of(
              new Diagnosis(Bug.named(failed.bug()).orElse(test.reveals()), failed.message()));
      case Outcome.Stuck stuck -> Optional.of(stuck(test, stuck));
      // How a virtual machine ended names no concurrency bug; the report shows it as it is.
      case Outcome.Died died -> Optional.empty();
      case Outcome.Late late -> Optional.empty();
    };
  }

  private static Diagnosis stuck(HiddenTest test, Outcome.Stuck stuck) {
    return switch (stuck.why()) {
      case CYCLE -> new Diagnosis(Bug.DEADLOCK, cycle(stuck.threads()));
      case NOBODY_LEFT -> new Diagnosis(test.revealsWhenStuck(), waiting(stuck.threads()));
      case SPINNING -> new Diagnosis(test.revealsWhenStuck(), spinning(stuck.threads()));
    };
  }

  private static String cycle(List<ThreadReport> threads) {
    return threads.stream()
        .filter(thread -> !thread.heldBy().isEmpty())
        .map(thread -> thread.name() + " waits for a lock that " + thread.heldBy() + " holds")
        .collect(Collectors.joining("; ", "", "."));
  }

  private static String waiting(List<ThreadReport> threads) {
    return threads.stream()
        .filter(thread -> !thread.stack().isEmpty())
        .map(thread -> thread.name() + " waits at " + thread.stack().getFirst())
        .collect(Collectors.joining("; ", "", ", and nobody is left to wake them."));
  }

  private static String spinning(List<ThreadReport> threads) {
    return threads.stream()
        .filter(thread -> thread.state().equals("RUNNABLE") && !thread.stack().isEmpty())
        .map(thread -> thread.name() + " runs in circles at " + thread.stack().getFirst())
        .collect(Collectors.joining("; ", "", "."));
  }
}
