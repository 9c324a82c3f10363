package grader.stress;

import grader.protocol.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides that nothing moves any more: every thread that is not the grader's own is blocked without
 * a time limit, and for a while neither changes its state nor uses any processor time. How long
 * that while must be is measured: many times what a woken thread needs to get its turn on this
 * machine now ({@link Canary}). Where the operating system tells that a thread of this process is
 * ready to run, the while begins anew ({@link Tasks}).
 *
 * <p>Or that something moves in circles: far more processor time than a trial can need, measured by
 * the threads' own clocks.
 */
final class Stillness {

  private static final int STILL_LOOKS = 10;
  private static final long STILL_NANOS = 300_000_000L;
  private static final int STILL_ANSWERS = 40;
  private static final long MOST_CPU_NANOS = 5_000_000_000L;

  private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
  private final Thread director;
  private final BooleanSupplier directorWatches;
  private final long cpuAtStart;
  private Map<Thread, Sighting> last = Map.of();
  private int still;
  private long stillSince;
  private long slowestAnswer;

  /**
   * A thread at one look. Two threads that wake each other all the time may seem blocked at every
   * look; clocks tell.
   */
  private record Sighting(boolean blocked, long cpuNanos) {}

  Stillness(Thread director, BooleanSupplier directorWatches) {
    this.director = director;
    this.directorWatches = directorWatches;
    this.cpuAtStart = cpu(look(Threads.foreign()));
  }

  /** Empty while something may still happen. */
  Optional<Outcome> look() {
    List<Thread> threads = Threads.foreign();
    Map<Thread, Sighting> now = look(threads);
    count(now);
    if (isStill()) {
      return Optional.of(new Outcome.Stuck(why(), ThreadReports.ofAll(threads)));
    }
    if (cpu(now) - cpuAtStart > MOST_CPU_NANOS) {
      return Optional.of(new Outcome.Stuck(Outcome.Why.SPINNING, ThreadReports.ofAll(threads)));
    }
    slowestAnswer = Math.max(slowestAnswer, Canary.slowestAnswer());
    return Optional.empty();
  }

  private void count(Map<Thread, Sighting> now) {
    boolean blocked = now.values().stream().allMatch(Sighting::blocked);
    boolean same = blocked && now.equals(last) && !Threads.hasVirtual() && nobodyIsReady();
    still = same ? still + 1 : 0;
    stillSince = same ? stillSince : System.nanoTime();
    last = now;
  }

  /** A director that watches a condition is ready now and then. */
  private boolean nobodyIsReady() {
    return Tasks.runnable() <= (directorWatches.getAsBoolean() ? 1 : 0);
  }

  private boolean isStill() {
    long needed = Math.max(STILL_NANOS, STILL_ANSWERS * slowestAnswer);
    return still >= STILL_LOOKS && System.nanoTime() - stillSince >= needed;
  }

  private Map<Thread, Sighting> look(List<Thread> threads) {
    return threads.stream().collect(Collectors.toMap(Function.identity(), this::look));
  }

  /**
   * A director that watches a condition wakes up only to look: its own state and clock say nothing.
   */
  private Sighting look(Thread thread) {
    return thread.equals(director) && directorWatches.getAsBoolean()
        ? new Sighting(true, 0)
        : new Sighting(
            isBlocked(thread.getState()), Math.max(0, clocks.getThreadCpuTime(thread.threadId())));
  }

  private static boolean isBlocked(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.BLOCKED;
  }

  private Outcome.Why why() {
    return clocks.findDeadlockedThreads() == null ? Outcome.Why.NOBODY_LEFT : Outcome.Why.CYCLE;
  }

  private static long cpu(Map<Thread, Sighting> sightings) {
    return sightings.values().stream().mapToLong(Sighting::cpuNanos).sum();
  }
}
