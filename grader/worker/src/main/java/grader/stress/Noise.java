package grader.stress;

import grader.boot.Hooks;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Disturbs threads at yield points: now and then one yields, spins or sleeps for a moment. How
 * often changes from trial to trial, because no one measure finds every bug. It also counts points,
 * which tells a thread that is blocked from one that only looks so.
 *
 * <p>It never parks: that would eat a permit meant for the code under test.
 *
 * <p>Thread-safe.
 */
final class Noise implements Hooks.Handler {

  private static final int[] ONE_POINT_IN = {1 << 30, 2, 4, 8, 8, 16, 64, 256};

  private final ConcurrentMap<Thread, Steps> steps = new ConcurrentHashMap<>();

  // Volatile: set by the supervising thread before a trial, read by the threads of the trial.
  private volatile long seed;
  private volatile int rarity = 1;

  /** What one thread has done in this trial. */
  private static final class Steps {
    final AtomicLong points = new AtomicLong();
    final AtomicLong pauses = new AtomicLong();
    long random;

    // Volatile: written by the disturbed thread, read by the director.
    volatile boolean disturbed;

    Steps(long random) {
      this.random = random;
    }

    int next() {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      return (int) (random >>> 16);
    }
  }

  /** A new trial begins; nothing of the last one is remembered. */
  void begin(long trialSeed) {
    steps.clear();
    seed = trialSeed;
    rarity = ONE_POINT_IN[(int) (mix(trialSeed) & 7)];
  }

  /** Points that this thread has passed in this trial. */
  long points(Thread thread) {
    @Nullable Steps known = steps.get(thread);
    return known == null ? 0 : known.points.get();
  }

  /** Timed waits that this thread has begun in this trial. */
  long pauses(Thread thread) {
    @Nullable Steps known = steps.get(thread);
    return known == null ? 0 : known.pauses.get();
  }

  /** Whether this thread sleeps only because we make it: it is not blocked. */
  boolean disturbs(Thread thread) {
    @Nullable Steps known = steps.get(thread);
    return known != null && known.disturbed;
  }

  @Override
  public void point() {
    Steps mine = mine();
    mine.points.lazySet(mine.points.getPlain() + 1);
    int choice = mine.next() & Integer.MAX_VALUE;
    if (choice % rarity == 0) {
      disturb(mine, choice / rarity);
    }
  }

  @Override
  public void pause() {
    Steps mine = mine();
    mine.pauses.lazySet(mine.pauses.getPlain() + 1);
    point();
  }

  @Override
  public boolean wakesSpuriously() {
    Steps mine = mine();
    mine.disturbed = (mine.next() & 7) == 0;
    return mine.disturbed;
  }

  @Override
  public void woken() {
    mine().disturbed = false;
  }

  private static void disturb(Steps mine, int choice) {
    switch (choice & 7) {
      case 0, 1, 2 -> Thread.yield();
      case 3, 4, 5 -> spin(choice >>> 8 & 2047);
      default -> doze(mine, 1_000 + (choice >>> 8 & 0xffff));
    }
  }

  private static void spin(int rounds) {
    for (int i = 0; i < rounds; i++) {
      Thread.onSpinWait();
    }
  }

  /**
   * Sleeps for some nanoseconds; an interrupt that arrives meanwhile is kept for the code under
   * test.
   */
  private static void doze(Steps mine, int nanos) {
    mine.disturbed = true;
    try {
      Thread.sleep(0, nanos);
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    } finally {
      mine.disturbed = false;
    }
  }

  private Steps mine() {
    Thread thread = Thread.currentThread();
    @Nullable Steps known = steps.get(thread);
    return known != null
        ? known
        : steps.computeIfAbsent(thread, one -> new Steps(mix(seed + one.getName().hashCode()) | 1));
  }

  /** SplitMix64's finaliser (Steele, Lea, Flood 2014): spreads every bit over all others. */
  static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
