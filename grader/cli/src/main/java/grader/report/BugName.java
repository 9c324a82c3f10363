package grader.report;

import grader.testkit.Bug;
import java.util.EnumMap;
import java.util.Map;

/** A bug as it is called within a sentence. */
final class BugName {

  private static final Map<Bug, String> IRREGULAR =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Bug.CHECK_THEN_ACT, "check-then-act"),
              Map.entry(Bug.LOST_WAKEUP, "a lost wake-up"),
              Map.entry(Bug.HOLD_AND_WAIT, "hold-and-wait"),
              Map.entry(Bug.WAIT_HOLDING_LOCK, "a wait that keeps its lock"),
              Map.entry(Bug.INTERRUPT_AS_SUCCESS, "an interrupt taken for success"),
              Map.entry(Bug.OVER_RELEASE, "an over-release"),
              Map.entry(Bug.LOCK_NOT_RELEASED, "a lock that is never released"),
              Map.entry(Bug.OWNERSHIP_ASSUMED, "assumed ownership"),
              Map.entry(Bug.SHARED_STATIC_STATE, "shared static state"),
              Map.entry(Bug.NO_PARALLELISM, "missing parallelism"),
              Map.entry(Bug.SLEEP_AS_SYNCHRONISATION, "sleep in place of synchronisation"),
              Map.entry(Bug.WRONG_ORDER, "the wrong order"),
              Map.entry(Bug.WRONG_THREAD, "work on the wrong thread"),
              Map.entry(Bug.UNBOUNDED, "a missing bound"),
              Map.entry(Bug.OUT_OF_MEMORY, "memory that runs out"),
              Map.entry(Bug.STARVATION, "starvation")));

  private BugName() {}

  /** {@code a lost wake-up}. */
  static String of(Bug bug) {
    String words = Words.of(bug);
    String article = "aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ";
    return IRREGULAR.getOrDefault(bug, article + words);
  }
}
