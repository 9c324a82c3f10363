package grader.testkit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A class of concurrency mistake; each has its page in {@code hints/bugs/}. */
public enum Bug {
  LOST_UPDATE("two threads changed the same value and one change vanished"),
  CHECK_THEN_ACT("a decision was carried out after it had stopped being true"),
  TORN_STATE("a reader saw fields that belong together half-way through a change"),
  STALE_READ("a thread never saw what another thread had written"),
  UNSAFE_PUBLICATION("an object was handed to another thread before it was sure to be complete"),
  DATA_RACE("two threads used the same variable with nothing to order them"),
  UNGUARDED_WAIT("a thread went on after a wake-up without looking at the condition again"),
  LOST_WAKEUP("a thread sleeps although what it waits for has happened"),
  DEADLOCK("threads wait for each other in a circle"),
  STARVATION("a thread waits while others go past it again and again"),
  HOLD_AND_WAIT("a thread keeps what it has while it waits for more"),
  WAIT_HOLDING_LOCK("a thread sleeps without giving its lock away"),
  BUSY_WAIT("a thread that should be blocked keeps running"),
  SWALLOWED_INTERRUPT("an interrupt was ignored"),
  INTERRUPT_AS_SUCCESS("an interrupted wait was treated as if it had succeeded"),
  LOST_PERMIT("something granted or taken was never given back"),
  OVER_RELEASE("more was given back than was ever taken"),
  WRONG_TIMEOUT("a timed wait ended too early, too late or never"),
  LOCK_NOT_RELEASED("an exception left a lock locked"),
  FORGOTTEN_SIGNAL("a signal sent before the wait was not remembered"),
  OWNERSHIP_ASSUMED("only the thread that took something may give it back"),
  MISTAKEN_IDENTITY("one thread was taken for another"),
  SHARED_STATIC_STATE("objects that should be independent share their state"),
  NO_PARALLELISM("things that should run side by side run one after the other"),
  SLEEP_AS_SYNCHRONISATION("time was used where a signal is needed"),
  LOST_EXCEPTION("a failure in one thread never reached the thread that needs to know"),
  THREAD_LEAK("a thread was left running"),
  WRONG_ORDER("results are in the order of time instead of the order asked for"),
  WRONG_THREAD("work ran on a thread that must not do it"),
  WRONG_RESULT("one thread alone already gets a wrong answer"),
  UNBOUNDED("a limit that the contract sets was not kept"),
  OBSOLETE_REFERENCE("an object that nobody needs any more was kept in memory"),
  OUT_OF_MEMORY("objects or threads were made without end, until there was no room for more"),
  ENDLESS_RECURSION("a method called itself until the stack of its thread was full");

  private final String meaning;

  Bug(String meaning) {
    this.meaning = meaning;
  }

  /** The name used in {@code // BUG:} lines, reports and page names: {@code lost-wakeup}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One clause that says what happened, without a full stop. */
  public String meaning() {
    return meaning;
  }

  /** The bug with this slug, if there is one. */
  public static Optional<Bug> named(String slug) {
    return Arrays.stream(values()).filter(bug -> bug.slug().equals(slug)).findFirst();
  }
}
