package semaphore.hidden;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.Revealed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * Looks at an actor that waits, again and again. Who sleeps until it is woken is seen without a
 * time limit; who polls goes to sleep over and over.
 */
final class Sleep {

  private static final int LOOKS_THAT_CONVINCE = 3;
  private static final long NAPS_THAT_CONVINCE = 60;

  private final Actor<?> actor;
  private final long napsBefore;
  private int deepLooks;

  Sleep(Actor<?> actor) {
    this.actor = actor;
    this.napsBefore = naps();
  }

  /** True once it is sure; throws if the actor polls. */
  boolean isDeep() {
    deepLooks = isWithoutLimit() ? deepLooks + 1 : 0;
    if (naps() - napsBefore > NAPS_THAT_CONVINCE) {
      throw new Revealed(
          Bug.BUSY_WAIT, actor.name() + " wakes up again and again although nothing has changed");
    }
    return deepLooks >= LOOKS_THAT_CONVINCE || actor.hasEnded();
  }

  private boolean isWithoutLimit() {
    return switch (actor.thread().getState()) {
      case WAITING, BLOCKED -> true;
      case NEW, RUNNABLE, TIMED_WAITING, TERMINATED -> false;
    };
  }

  /** How often its thread has gone to sleep; 0 where the machine does not tell. */
  private long naps() {
    ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(actor.thread().threadId());
    return info == null ? 0 : info.getWaitedCount();
  }
}
