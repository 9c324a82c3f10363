package grader.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One controlled thread of a trial. For the carrier's thread. */
final class Task {

  /** No deadline. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int REMEMBERED = 8;
  private static final int REMEMBERED_LATER = 64;

  /** What it does, or what it waits for. */
  enum State {
    READY,
    ENTERING,
    WAITING,
    PARKED,
    SLEEPING,
    JOINING,
    SETTLING,
    LOOKING,
    ENDED
  }

  final int id;
  final Thread thread;
  final Object continuation;

  State state = State.READY;
  long deadline = NEVER;

  /** The monitor, thread or nothing that it waits for. */
  @Nullable Object waitsFor;

  /** For park: an unpark has come. */
  boolean permit;

  /** It was notified, rather than interrupted or too late. */
  boolean notified;

  /** How often it has gone to sleep for some time. */
  int naps;

  // The step that it takes next, or is taking.
  int site;
  @Nullable Object target;
  int index;

  /** The thread that it is about to write into a field. */
  @Nullable Object writes;

  /** How many monitors of the JVM it has: while there are any, it cannot be left. */
  int holds;

  /** It reads without a lock, and will ask whether it may believe what it read. */
  boolean optimistic;

  /** It keeps the grader's books: what it does orders nothing. */
  boolean unordered;

  /** It should have been left, and could not be. */
  boolean stayed;

  /** It gave way to others, and none has taken a step since. */
  boolean yielded;

  int stepsInARow;

  /** Grows while it repeats the same few steps and nobody else gets anywhere either. */
  private long boredom;

  /** Since which progress of anybody it is bored. */
  private int boredSince;

  // A policy's own.
  long priority;

  private long seed;

  private int[] recentSites = new int[REMEMBERED];
  private @Nullable Object[] recentTargets = new @Nullable Object[REMEMBERED];
  private int[] recentIndexes = new int[REMEMBERED];
  private int oldest;

  Task(int id, Thread thread, Runnable body) {
    this.id = id;
    this.thread = thread;
    this.continuation = Carrier.continuation(body);
  }

  /** It is started; its share of chance is a function of this seed. */
  void begins(long chance) {
    seed = chance;
    ThreadFields.started(thread, chance);
  }

  /** Whether it has drawn from its share of chance. */
  boolean drew() {
    return ThreadFields.seedOf(thread) != seed;
  }

  boolean isReady() {
    return state == State.READY;
  }

  /** Whether it is blocked, without a limit or until after this time. */
  boolean sleepsLongerThan(long time) {
    return deadline > time && state != State.READY && state != State.ENDED;
  }

  /** It does the same again, after so much progress of all threads together. */
  void bore(int boring, int progress) {
    boredom = boredomSince(progress) + boring;
    boredSince = progress;
  }

  long boredomSince(int progress) {
    return boredSince == progress ? boredom : 0;
  }

  /**
   * Notes the step it is about to take.
   *
   * @return whether it did not take the same one just now
   */
  @SuppressWarnings("ReferenceEquality") // Which object, not which value.
  boolean note(@Nullable Object object, int element, int place) {
    target = object;
    index = element;
    site = place;
    for (int i = 0; i < recentSites.length; i++) {
      if (recentSites[i] == place && recentTargets[i] == object && recentIndexes[i] == element) {
        return false;
      }
    }
    recentSites[oldest] = place;
    recentTargets[oldest] = object;
    recentIndexes[oldest] = element;
    oldest = (oldest + 1) % recentSites.length;
    return true;
  }

  /** The trial is long: perhaps it goes round in a circle of many steps. */
  void remembersMore() {
    if (recentSites.length < REMEMBERED_LATER) {
      recentSites = Arrays.copyOf(recentSites, REMEMBERED_LATER);
      recentTargets = Arrays.copyOf(recentTargets, REMEMBERED_LATER);
      recentIndexes = Arrays.copyOf(recentIndexes, REMEMBERED_LATER);
    }
  }
}
