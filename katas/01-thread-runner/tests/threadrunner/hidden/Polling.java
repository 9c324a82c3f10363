package threadrunner.hidden;

import grader.testkit.Bug;
import grader.testkit.Revealed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Optional;

/** Tells a thread that waits from one that naps and looks, by counting its naps: not by a clock. */
final class Polling {

  /** Far more than a thread can need that waits once for each of a few tasks. */
  private static final long MOST_WAITS = 200;

  private Polling() {}

  static void requireNone(Thread thread) {
    long waits =
        Optional.ofNullable(ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId()))
            .map(ThreadInfo::getWaitedCount)
            .orElse(0L);
    if (waits > MOST_WAITS) {
      throw new Revealed(
          Bug.BUSY_WAIT, thread.getName() + " looks again and again while it should be blocked");
    }
  }
}
