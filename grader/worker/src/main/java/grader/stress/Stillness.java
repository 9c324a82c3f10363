package grader.stress;

import grader.protocol.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Decides that nothing moves any more: every thread that is not the grader's own is blocked without
 * a time limit, and over a number of looks neither changes its state nor uses any processor time.
 * Between two looks a canary is woken many times ({@link Canary}): so long a woken thread does not
 * wait for its turn, however busy the machine is. And where the operating system tells that a
 * thread of this process is ready to run, counting begins anew ({@link Tasks}).
 *
 * <p>Or that something moves in circles: far more processor time than a trial can need, measured by
 * the threads' own clocks.
 */
final class Stillness {

  private static final int STILL_LOOKS = 12;
  private static final long MOST_CPU_NANOS = 5_000_000_000L;

  private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
  private final Thread director;
  private final BooleanSupplier directorWatches;
  private final long cpuAtStart;
  private Map<Long, Sighting> last = Map.of();
  private int still;

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
    Map<Long, Sighting> now = look(threads);
    count(now);
    if (still >= STILL_LOOKS) {
      return Optional.of(new Outcome.Stuck(why(), ThreadReports.ofAll(threads)));
    }
    if (cpu(now) - cpuAtStart > MOST_CPU_NANOS) {
      return Optional.of(new Outcome.Stuck(Outcome.Why.SPINNING, ThreadReports.ofAll(threads)));
    }
    Canary.sing();
    return Optional.empty();
  }

  private void count(Map<Long, Sighting> now) {
    boolean blocked = now.values().stream().allMatch(Sighting::blocked);
    boolean same = blocked && now.equals(last) && !Threads.hasVirtual() && nobodyIsReady();
    still = same ? still + 1 : 0;
    last = now;
  }

  /** A director that watches a condition is ready now and then. */
  private boolean nobodyIsReady() {
    return Tasks.runnable() <= (directorWatches.getAsBoolean() ? 1 : 0);
  }

  private Map<Long, Sighting> look(List<Thread> threads) {
    return threads.stream().collect(Collectors.toMap(Thread::threadId, this::look));
  }

  /**
   * A director that watches a condition wakes up only to look: its own state and clock say nothing.
   */
  private Sighting look(Thread thread) {
    if (thread.threadId() == director.threadId() && directorWatches.getAsBoolean()) {
      return new Sighting(true, 0);
    }
    long cpu = Math.max(0, clocks.getThreadCpuTime(thread.threadId()));
    return new Sighting(isBlocked(thread, cpu), cpu);
  }

  private boolean isBlocked(Thread thread, long cpu) {
    return switch (Threads.state(thread)) {
      case WAITING, BLOCKED -> true;
      case TIMED_WAITING -> isIdle(thread);
      case RUNNABLE -> hasRested(thread, cpu) && ClassInitialisation.isAwaitedBy(thread);
      case NEW, TERMINATED -> false;
    };
  }

  private boolean hasRested(Thread thread, long cpu) {
    Sighting before = last.get(thread.threadId());
    return before != null && before.cpuNanos() == cpu;
  }

  /**
   * A pool's worker without work waits a minute for some, and then ends. Asked of the JDK's own
   * classes only: others may answer what they like.
   */
  private static boolean isIdle(Thread thread) {
    if (!(thread instanceof ForkJoinWorkerThread worker) || !isOfTheJdk(worker)) {
      return false;
    }
    ForkJoinPool pool = worker.getPool();
    return isOfTheJdk(pool) && pool.isQuiescent();
  }

  private static boolean isOfTheJdk(Object object) {
    return object.getClass().getClassLoader() == null;
  }

  private Outcome.Why why() {
    return clocks.findDeadlockedThreads() == null ? Outcome.Why.NOBODY_LEFT : Outcome.Why.CYCLE;
  }

  private static long cpu(Map<Long, Sighting> sightings) {
    return sightings.values().stream().mapToLong(Sighting::cpuNanos).sum();
  }
}
