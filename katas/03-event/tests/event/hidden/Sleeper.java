package event.hidden;

import event.ManualResetEvent;
import grader.testkit.Actor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;

/** Watches how a thread waits that was given no time limit. For one thread. */
final class Sleeper {

  // A right solution may nap a few times before it settles down to sleep.
  private static final int MOST_NAPS = 10;
  private static final int DEPTH = 16;

  private final Actor<?> waiter;
  private final long patienceNanos;
  private int naps;
  private long lastNap;
  private long begin;

  /**
   * @param patienceNanos how long a sleep with a time limit must last to be no nap: who waits for
   *     ever may do so with a limit of centuries
   */
  Sleeper(Actor<?> waiter, long patienceNanos) {
    this.waiter = waiter;
    this.patienceNanos = patienceNanos;
  }

  /** Whether it sleeps and will not wake by itself, or has ended. */
  boolean isAtRest() {
    return waiter.hasEnded()
        || waiter.thread().getState() == Thread.State.WAITING
        || isInLongSleep();
  }

  /** Whether it naps again and again: it polls. */
  boolean keepsNapping() {
    return naps > MOST_NAPS;
  }

  private boolean isInLongSleep() {
    var threads = ManagementFactory.getThreadMXBean();
    ThreadInfo info = threads.getThreadInfo(waiter.thread().threadId(), DEPTH);
    if (info == null || !isNap(info)) {
      return false;
    }
    if (info.getWaitedCount() != lastNap) {
      lastNap = info.getWaitedCount();
      begin = System.nanoTime();
      naps++;
    }
    return System.nanoTime() - begin > patienceNanos;
  }

  /** A pause that the grader put in is none of the thread's own naps. */
  private static boolean isNap(ThreadInfo info) {
    return info.getThreadState() == Thread.State.TIMED_WAITING
        && Arrays.stream(info.getStackTrace())
            .map(StackTraceElement::getClassName)
            .takeWhile(name -> !name.startsWith(ManualResetEvent.class.getName()))
            .noneMatch(name -> name.startsWith("grader."));
  }
}
