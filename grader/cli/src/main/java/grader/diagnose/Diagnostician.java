package grader.diagnose;

import grader.inspect.HiddenTest;
import grader.judge.Judgement;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.run.TestRun;
import grader.testkit.Bug;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the bug that explains best what was observed; the hardest evidence goes first. */
public final class Diagnostician {

  /** What no test means to bring about: whatever it looks for, this is something else. */
  private static final Set<String> FAULTS =
      Stream.of(
              NullPointerException.class,
              IndexOutOfBoundsException.class,
              ArrayIndexOutOfBoundsException.class,
              StringIndexOutOfBoundsException.class,
              NegativeArraySizeException.class,
              ArithmeticException.class,
              ClassCastException.class,
              ExceptionInInitializerError.class,
              NoClassDefFoundError.class)
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

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
        Bug bug = bug(test, run, failed);
        yield Optional.of(new Diagnosis(bug, evidence.of(bug).orElse(failed.message())));
      }
      case Outcome.Stuck stuck -> Optional.of(new Diagnosis(bug(test, stuck), evidence.of(stuck)));
      case Outcome.Died died when died.cause() == Outcome.Cause.OUT_OF_MEMORY ->
          Optional.of(new Diagnosis(Bug.OUT_OF_MEMORY, died.detail() + "."));
      // How else a virtual machine ended names no bug; the report shows it as it is.
      case Outcome.Died died -> Optional.empty();
      case Outcome.Late late -> Optional.empty();
    };
  }

  private static Bug bug(HiddenTest test, TestRun run, Outcome.Failed failed) {
    if (failed.type().equals(StackOverflowError.class.getName())) {
      return Bug.ENDLESS_RECURSION;
    }
    // With several threads it may be how their mistake shows.
    boolean fault = run.engine() == Engine.SEQUENTIAL && FAULTS.contains(failed.type());
    return Bug.named(failed.bug()).orElse(fault ? Bug.WRONG_RESULT : test.reveals());
  }

  private static Bug bug(HiddenTest test, Outcome.Stuck stuck) {
    return stuck.why() == Outcome.Why.CYCLE ? Bug.DEADLOCK : test.revealsWhenStuck();
  }
}
