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
 * a time limit, and stays so over many looks. Between two looks a pair of canary threads hands a
 * token to and fro; a thread that somebody has woken but that the machine has not yet run would
 * have had its turn by then, however busy the machine is.
 *
 * <p>Or that something moves in circles: far more processor time than a trial can need, measured by
 * the threads' own clocks.
 */
final class Stillness {

  private static final int STILL_LOOKS = 15;
  private static final long MOST_CPU_NANOS = 5_000_000_000L;

  private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
  private final Thread director;
  private final BooleanSupplier directorWatches;
  private final long cpuAtStart;
  private Map<Thread, Thread.State> last = Map.of();
  private int still;

  Stillness(Thread director, BooleanSupplier directorWatches) {
    this.director = director;
    this.directorWatches = directorWatches;
    this.cpuAtStart = cpu(Threads.foreign());
  }

  /** Empty while something may still happen. */
  Optional<Outcome> look() {
    List<Thread> threads = Threads.foreign();
    Map<Thread, Thread.State> now =
        threads.stream().collect(Collectors.toMap(Function.identity(), Thread::getState));
    boolean blocked =
        now.entrySet().stream().allMatch(entry -> isBlocked(entry.getKey(), entry.getValue()));
    still = blocked && sameAs(now) && !Threads.hasVirtual() ? still + 1 : 0;
    last = now;
    if (still >= STILL_LOOKS) {
      return Optional.of(new Outcome.Stuck(why(), ThreadReports.ofAll(threads)));
    }
    if (cpu(threads) - cpuAtStart > MOST_CPU_NANOS) {
      return Optional.of(new Outcome.Stuck(Outcome.Why.SPINNING, ThreadReports.ofAll(threads)));
    }
    Canary.sing();
    return Optional.empty();
  }

  /** A director that watches a condition wakes up to look: its own state says nothing. */
  private boolean sameAs(Map<Thread, Thread.State> now) {
    return now.keySet().equals(last.keySet())
        && now.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(director))
            .allMatch(entry -> entry.getValue() == last.get(entry.getKey()));
  }

  private boolean isBlocked(Thread thread, Thread.State state) {
    return state == Thread.State.WAITING
        || state == Thread.State.BLOCKED
        || (thread.equals(director) && directorWatches.getAsBoolean());
  }

  private Outcome.Why why() {
    return clocks.findDeadlockedThreads() == null ? Outcome.Why.NOBODY_LEFT : Outcome.Why.CYCLE;
  }

  private long cpu(List<Thread> threads) {
    return threads.stream()
        .mapToLong(thread -> Math.max(0, clocks.getThreadCpuTime(thread.threadId())))
        .sum();
  }
}
