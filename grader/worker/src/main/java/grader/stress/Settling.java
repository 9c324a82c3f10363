package grader.stress;

import grader.testkit.Bug;
import grader.testkit.Revealed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Waits until every thread of a trial but the calling one is blocked, and notices a thread that
 * never will be: one that goes on running while all others are blocked is busy waiting. That is
 * counted in its own steps and its own processor time, so it does not matter how busy the machine
 * is.
 */
final class Settling {

  private static final int CALM_LOOKS = 3;
  private static final long MOST_POINTS = 20_000;
  private static final long MOST_PAUSES = 50;
  private static final long MOST_NANOS = 1_000_000_000;
  private static final int LOOKS_BEFORE_CLOCK = 100;

  private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
  private final ThreadGroup group;
  private final Noise noise;
  private final Map<Thread, Long> pointsBefore = new HashMap<>();
  private final Map<Thread, Long> pausesBefore = new HashMap<>();
  private final Map<Thread, Long> nanosBefore = new HashMap<>();

  Settling(ThreadGroup group, Noise noise) {
    this.group = group;
    this.noise = noise;
  }

  void await() {
    Backoff backoff = new Backoff();
    Map<Thread, Long> last = Map.of();
    int calm = 0;
    for (int looks = 0; calm < CALM_LOOKS; looks++) {
      List<Thread> others = others();
      Map<Thread, Long> now = new HashMap<>();
      others.forEach(thread -> now.put(thread, noise.points(thread)));
      List<Thread> running = others.stream().filter(thread -> !isBlocked(thread)).toList();
      calm = running.isEmpty() && now.equals(last) ? calm + 1 : 0;
      last = now;
      for (Thread thread : others) {
        requireNotBusy(thread, running, looks);
      }
      backoff.pause();
    }
  }

  private List<Thread> others() {
    Thread[] all = new Thread[group.activeCount() + 8];
    int count = group.enumerate(all);
    return Stream.of(all)
        .limit(count)
        .filter(thread -> thread.threadId() != Thread.currentThread().threadId())
        .toList();
  }

  private boolean isBlocked(Thread thread) {
    return switch (Threads.state(thread)) {
      case BLOCKED, WAITING, TERMINATED -> true;
      case TIMED_WAITING -> !noise.disturbs(thread);
      case NEW, RUNNABLE -> false;
    };
  }

  private void requireNotBusy(Thread thread, List<Thread> running, int looks) {
    if (running.size() > 1) {
      forget();
      return;
    }
    if (!running.isEmpty() && !running.contains(thread)) {
      return;
    }
    long points = since(pointsBefore, thread, noise.points(thread));
    long pauses = since(pausesBefore, thread, noise.pauses(thread));
    long nanos =
        looks < LOOKS_BEFORE_CLOCK
            ? 0
            : since(nanosBefore, thread, clocks.getThreadCpuTime(thread.threadId()));
    if (points > MOST_POINTS || pauses > MOST_PAUSES || nanos > MOST_NANOS) {
      throw new Revealed(
          Bug.BUSY_WAIT, thread.getName() + " keeps running while it should be blocked");
    }
  }

  private void forget() {
    pointsBefore.clear();
    pausesBefore.clear();
    nanosBefore.clear();
  }

  private static long since(Map<Thread, Long> before, Thread thread, long now) {
    return now - before.computeIfAbsent(thread, first -> now);
  }
}
