package grader.explore;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notices, from outside, when the carrier takes no more steps: a thread under control computes
 * without end and without a step, or it blocks in a way that is not under control.
 *
 * <p>The first is counted in the carrier's own processor time. The second has no measure but time;
 * it leads to no verdict.
 */
final class Watchdog {

  private static final long MOST_CPU_NANOS = 5_000_000_000L;
  private static final int MOST_BLOCKED_LOOKS = 50;
  private static final int MOST_IDLE_LOOKS = 300;
  private static final long MILLIS_BETWEEN_LOOKS = 100;

  private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
  private final Thread carrier;
  private final LongSupplier steps;
  private final Consumer<Thread> endless;
  private final Consumer<Thread> blocked;

  // Volatile: written by the watched thread, read by the watching one.
  private volatile boolean over;

  // Of the watching thread.
  private long lastSteps = -1;
  private long cpuThen;
  private long lastCpu;
  private int blockedLooks;

  /**
   * @param steps how many steps the carrier has taken; may be read a little late
   * @param endless is told when it computes without end
   * @param blocked is told when it is blocked
   */
  Watchdog(Thread carrier, LongSupplier steps, Consumer<Thread> endless, Consumer<Thread> blocked) {
    this.carrier = carrier;
    this.steps = steps;
    this.endless = endless;
    this.blocked = blocked;
  }

  /** Watches until it is told to stop, or the JVM ends. */
  void start(ThreadGroup group) {
    Thread thread = new Thread(group, this::watch, "watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  void stop() {
    over = true;
  }

  private void watch() {
    try {
      while (!over) {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
        look();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    long now = steps.getAsLong();
    long cpu = clocks.getThreadCpuTime(carrier.threadId());
    if (now != lastSteps) {
      lastSteps = now;
      cpuThen = cpu;
      blockedLooks = 0;
      return;
    }
    if (!over && cpu - cpuThen > MOST_CPU_NANOS) {
      endless.accept(carrier);
    }
    blockedLooks = cpu == lastCpu ? blockedLooks + 1 : 0;
    lastCpu = cpu;
    // Who reads from a device seems to run; who is only kept waiting by a busy machine does, too.
    boolean seemsToRun = carrier.getState() == Thread.State.RUNNABLE;
    if (!over && blockedLooks > (seemsToRun ? MOST_IDLE_LOOKS : MOST_BLOCKED_LOOKS)) {
      blocked.accept(carrier);
    }
  }
}
