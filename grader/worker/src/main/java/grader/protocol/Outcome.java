package grader.protocol;

import java.util.List;

/** What came of a trial that did not pass. */
public sealed interface Outcome {

  /**
   * An assertion failed or an exception escaped.
   *
   * @param type class name of what was thrown
   * @param stack frames of the submission and the tests, innermost first
   * @param bug slug of the bug that the failure itself names, or empty
   */
  record Failed(String type, String message, List<String> stack, String bug) implements Outcome {
    private static final String RACE = "data race";

    public Failed {
      stack = List.copyOf(stack);
    }

    /** Two accesses that nothing orders; no class has such a name. */
    public static Failed race(String message, List<String> stack, String bug) {
      return new Failed(RACE, message, stack, bug);
    }

    /** Whether nothing failed but the order of two accesses. */
    public boolean isRace() {
      return type.equals(RACE);
    }
  }

  /** Nothing moves any more, and that is certain. */
  record Stuck(Why why, List<ThreadReport> threads) implements Outcome {
    public Stuck {
      threads = List.copyOf(threads);
    }
  }

  /**
   * The trial took too long although something still moved. Nobody's fault until shown otherwise.
   */
  record Late(List<ThreadReport> threads) implements Outcome {
    public Late {
      threads = List.copyOf(threads);
    }
  }

  /** The worker JVM ended in the middle of the trial. Written by the command, never by a worker. */
  record Died(Cause cause, String detail) implements Outcome {}

  /** Why nothing moves. */
  enum Why {
    /** Threads wait for each other's locks in a circle. */
    CYCLE,
    /** All wait, and nobody is left who could wake them. */
    NOBODY_LEFT,
    /** A thread runs in circles without getting anywhere. */
    SPINNING
  }

  /** How a worker JVM ended. */
  enum Cause {
    EXITED,
    OUT_OF_MEMORY,
    CRASHED,
    CORRUPT,
    SILENT
  }
}
