package grader.diagnose;

import grader.inspect.HiddenTest;
import grader.judge.Judgement;
import grader.protocol.Outcome;
import grader.run.TestRun;
import grader.testkit.Bug;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the bug that explains best what was observed; the hardest evidence goes first. */
public final class Diagnostician {

  private Diagnostician() {}

  /**
   * Empty if nothing failed, or if what failed says nothing about the submission.
   *
   * @param own whether a source file is one of the submission's
   */
  public static Optional<Diagnosis> diagnose(Judgement judgement, Predicate<String> own) {
    return judgement
        .firstBad()
        .flatMap(bad -> bad.firstBad().flatMap(run -> explain(bad.test(), run, own)));
  }

  private static Optional<Diagnosis> explain(HiddenTest test, TestRun run, Predicate<String> own) {
    Evidence evidence = new Evidence(run.exploration().moves(), own);
    return switch (run.observations().getFirst().outcome()) {
      case Outcome.Failed failed -> {
        Bug bug = Bug.named(failed.bug()).orElse(test.reveals());
        yield Optional.of(new Diagnosis(bug, evidence.of(bug).orElse(failed.message())));
      }
      case Outcome.Stuck stuck -> Optional.of(new Diagnosis(bug(test, stuck), evidence.of(stuck)));
      // How a virtual machine ended names no concurrency bug; the report shows it as it is.
      case Outcome.Died died -> Optional.empty();
      case Outcome.Late late -> Optional.empty();
    };
  }

  private static Bug bug(HiddenTest test, Outcome.Stuck stuck) {
    return stuck.why() == Outcome.Why.CYCLE ? Bug.DEADLOCK : test.revealsWhenStuck();
  }
}
