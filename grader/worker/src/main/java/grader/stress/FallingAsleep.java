package grader.stress;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.Revealed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * Looks at an actor over and over until it sleeps for good. A sleep without a time limit is one; so
 * is a sleep with a limit that lasts: who waits for ever may say so with a limit of centuries. Who
 * naps again and again polls.
 */
final class FallingAsleep {

  private static final int LOOKS_THAT_CONVINCE = 3;
  private static final long NAPS_THAT_CONVINCE = 60;
  private static final long LONG_NANOS = 1_000_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Actor<?> actor;
  private final long napsBefore;
  private int deepLooks;
  private long lastNap = -1;
  private long napBegin;

  FallingAsleep(Actor<?> actor) {
    this.actor = actor;
    this.napsBefore = naps();
  }

  /** True once it is sure; throws if the actor polls. */
  boolean isDeep() {
    long naps = naps();
    if (naps - napsBefore > NAPS_THAT_CONVINCE) {
      throw new Revealed(
          Bug.BUSY_WAIT, actor.name() + " wakes up again and again although nothing has changed");
    }
    deepLooks = looksDeep(naps) ? deepLooks + 1 : 0;
    return deepLooks >= LOOKS_THAT_CONVINCE || actor.hasEnded();
  }

  private boolean looksDeep(long naps) {
    return switch (actor.thread().getState()) {
      case WAITING, BLOCKED -> true;
      case TIMED_WAITING -> lasts(naps);
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  private boolean lasts(long nap) {
    if (nap != lastNap) {
      lastNap = nap;
      napBegin = System.nanoTime();
    }
    return System.nanoTime() - napBegin > LONG_NANOS;
  }

  /** How often its thread has gone to sleep. */
  private long naps() {
    ThreadInfo info = threads.getThreadInfo(actor.thread().threadId());
    return info == null ? 0 : info.getWaitedCount();
  }
}
