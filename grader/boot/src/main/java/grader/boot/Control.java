package grader.boot;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten classes call when every thread is under control: those of the submission and the
 * hidden tests, and the few of the JDK that block, wake or tell the time. A thread that is not
 * under control gets what the JDK would have done.
 *
 * <p>Thread-safe: only the thread that runs under control reaches the scheduler.
 */
public final class Control {

  /** The engine's side. Every method is called on the one controlled thread that runs. */
  public interface Scheduler {

    /** The thread is about to do what others can notice: the step at this site, on this object. */
    void point(@Nullable Object target, int index, int site);

    /** The thread is about to use a collection that is made for one thread. */
    void use(@Nullable Object collection, boolean changes, int site);

    /** The thread is about to write this thread, or null, into a field. */
    void writes(@Nullable Object thread);

    /** The thread accesses an object in a way that orders its other accesses (JLS 17.4.5). */
    void order(Object target, boolean acquires, boolean releases);

    /** The same, by a {@code VarHandle}; of a static field it is itself what is accessed. */
    void access(Object handle, Object target, boolean acquires, boolean releases, int site);

    /** How the compare-and-set ended that was just announced. */
    void swapped(boolean done);

    /** A fence: orders all accesses. */
    void fence(boolean acquires, boolean releases);

    /** What comes until the end orders nothing. */
    void unordered(boolean begins);

    /** The thread has initialised a class. */
    void initialised();

    /** The thread uses a class; if need be, it has waited for its initialisation. */
    void usesInitialised();

    void enter(Object monitor, int site);

    void exit(Object monitor);

    /** A class of the JDK has left a monitor; nothing happens if it is not owned. */
    void exitInside(Object monitor);

    boolean holds(Object monitor);

    /**
     * Stands in for {@link Object#wait(long, int)}, in nanoseconds; 0 is without limit.
     *
     * @throws InterruptedException as {@code wait} does
     */
    void await(Object monitor, long nanos, int site) throws InterruptedException;

    void signal(Object monitor, boolean all, int site);

    /** The thread spins or yields: others should go first. */
    void spin(int site);

    /**
     * Stands in for a sleep.
     *
     * @throws InterruptedException as {@code sleep} does
     */
    void sleep(long nanos) throws InterruptedException;

    /** Stands in for {@code Unsafe.park}. */
    void park(boolean absolute, long time);

    void unpark(Thread thread);

    /** Takes over a thread that is being started. */
    void start(Thread thread);

    /**
     * Waits for a thread's end, in nanoseconds; 0 is without limit.
     *
     * @return whether it has ended
     * @throws InterruptedException as {@code join} does
     */
    boolean join(Thread thread, long nanos) throws InterruptedException;

    /** The thread's interrupt status is being set. */
    void interrupt(Thread thread);

    /** Whether this scheduler runs that thread. */
    boolean owns(Thread thread);

    boolean isAlive(Thread thread);

    Thread.State stateOf(Thread thread);

    long nanoTime();

    long currentTimeMillis();

    /** A seed for a random generator that would otherwise be seeded by chance. */
    long seed();

    /** Whether an operation that may fail without reason fails now. */
    boolean failsSpuriously(int site);

    /** Whether a wait that may end without reason ends now. */
    boolean wakesSpuriously(int site);

    /** The common pool of this trial. */
    ForkJoinPool commonPool();

    /** The number in the name of the next timer. */
    int nextTimer();

    /** A small number for the thread, the same in every run. */
    long numberOf(Thread thread);

    /** The running thread enters, or leaves, a monitor of the JVM: there it cannot be left. */
    void hold(@Nullable Object monitor, boolean begins);

    /** Code under control runs on a thread that is not. */
    void escaped(Thread thread);
  }

  private static final int NOWHERE = 0;
  private static final long NANOS_PER_MILLI = 1_000_000;

  // Plain: written by the engine's thread alone, between two runs of controlled threads. Any other
  // thread may read an old value, and never finds itself in it.
  private static @Nullable Scheduler scheduler;
  private static @Nullable Thread running;
  private static boolean watching;

  private Control() {}

  /** From now on this scheduler is asked; null ends all control. */
  public static void install(@Nullable Scheduler next) {
    scheduler = next;
    running = null;
    watching = false;
  }

  /** Whether the scheduler wants to know what accesses order. */
  public static void watch(boolean order) {
    watching = order;
  }

  /** Ends control of the running thread for a while; what is returned goes to {@link #runs}. */
  public static @Nullable Thread suspend() {
    Thread current = running;
    running = null;
    return current;
  }

  /** This thread runs under control, until the next call. */
  public static void runs(@Nullable Thread thread) {
    running = thread;
  }

  // Called by the submission and the hidden tests.

  /** Before a step that concerns no single object. */
  public static void call(int site) {
    point(null, 0, site);
  }

  /** Before an access to a field of this object. */
  public static void access(Object target, int site) {
    point(target, 0, site);
  }

  /** Before such an access that writes a thread, or null. */
  public static void writes(@Nullable Object thread) {
    Scheduler current = watching ? controlling() : null;
    if (current != null) {
      current.writes(thread);
    }
  }

  /** Before an access to an element of this array. */
  public static void element(Object array, int index, int site) {
    point(array, index, site);
  }

  private static void point(@Nullable Object target, int index, int site) {
    Scheduler current = controlling();
    if (current != null) {
      current.point(target, index, site);
    } else {
      reportEscape();
    }
  }

  /** Before a call of a collection that may be made for one thread. */
  public static void use(Object collection, boolean changes, int site) {
    Scheduler current = controlling();
    if (current != null) {
      current.use(collection, changes, site);
    } else {
      reportEscape();
    }
  }

  // The scheduler hears what comes now while control is suspended: it is called from the midst of
  // the JDK's own classes, and might itself call them, to load a class for instance.

  /** Before an access to this object that acquires, releases, or both. */
  public static void order(Object target, boolean acquires, boolean releases) {
    Scheduler current = watching ? controlling() : null;
    if (current != null && target != null) {
      Thread thread = suspend();
      try {
        current.order(target, acquires, releases);
      } finally {
        runs(thread);
      }
    }
  }

  /** Before the submission or a test uses a {@code VarHandle}, for any kind of access. */
  public static void handle(
      Object handle, Object target, boolean acquires, boolean releases, int site) {
    Scheduler current = watching ? controlling() : null;
    if (current != null && handle != null && target != null) {
      Thread thread = suspend();
      try {
        current.access(handle, target, acquires, releases, site);
      } finally {
        runs(thread);
      }
    }
  }

  /** After such a use that compares and sets. */
  public static void swapped(boolean done) {
    Scheduler current = watching ? controlling() : null;
    if (current != null) {
      current.swapped(done);
    }
  }

  /** A fence. */
  public static void fence(boolean acquires, boolean releases) {
    Scheduler current = watching ? controlling() : null;
    if (current != null) {
      Thread thread = suspend();
      try {
        current.fence(acquires, releases);
      } finally {
        runs(thread);
      }
    }
  }

  /** The grader's own bookkeeping begins, or ends: it orders nothing. */
  public static void unordered(boolean begins) {
    Scheduler current = watching ? controlling() : null;
    if (current != null) {
      current.unordered(begins);
    }
  }

  /** At the end of a static initialiser. */
  public static void initialised() {
    Scheduler current = watching ? controlling() : null;
    if (current != null) {
      current.initialised();
    }
  }

  /** Before a static field is read. */
  public static void usesInitialised() {
    Scheduler current = watching ? controlling() : null;
    if (current != null) {
      current.usesInitialised();
    }
  }

  /** Stands in for {@code monitorenter}. */
  public static void enter(Object monitor, int site) {
    if (monitor == null) {
      throw new NullPointerException();
    }
    Scheduler current = controlling();
    if (current != null) {
      current.enter(monitor, site);
    } else {
      reportEscape();
    }
  }

  /** Stands in for {@code monitorexit}. */
  public static void exit(Object monitor) {
    Scheduler current = controlling();
    if (current != null) {
      current.exit(monitor);
    }
  }

  /** Stands in for {@link Object#wait()}. */
  public static void await(Object monitor, int site) throws InterruptedException {
    await(monitor, 0L, 0, site);
  }

  /** Stands in for {@link Object#wait(long)}. */
  public static void await(Object monitor, long millis, int site) throws InterruptedException {
    await(monitor, millis, 0, site);
  }

  /** Stands in for {@link Object#wait(long, int)}. */
  @SuppressWarnings("WaitNotInLoop") // The loop, if there is one, is the caller's.
  public static void await(Object monitor, long millis, int nanos, int site)
      throws InterruptedException {
    Scheduler current = controlling();
    if (current == null) {
      monitor.wait(millis, nanos);
      return;
    }
    if (millis < 0 || nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("timeout value is out of range");
    }
    current.await(monitor, nanos(millis, nanos), site);
  }

  /** For a method reference. */
  public static void await(Object monitor) throws InterruptedException {
    await(monitor, 0L, 0, NOWHERE);
  }

  /** Stands in for {@link Object#notify()}. */
  @SuppressWarnings("NotifyWithoutMonitor")
  public static void signal(Object monitor, int site) {
    Scheduler current = controlling();
    if (current == null) {
      monitor.notify();
    } else {
      current.signal(monitor, false, site);
    }
  }

  /** Stands in for {@link Object#notifyAll()}. */
  public static void signalAll(Object monitor, int site) {
    Scheduler current = controlling();
    if (current == null) {
      monitor.notifyAll();
    } else {
      current.signal(monitor, true, site);
    }
  }

  /** For a method reference. */
  public static void signal(Object monitor) {
    signal(monitor, NOWHERE);
  }

  /** For a method reference. */
  public static void signalAll(Object monitor) {
    signalAll(monitor, NOWHERE);
  }

  /** Stands in for {@link Thread#holdsLock}. */
  public static boolean holdsLock(Object monitor) {
    Scheduler current = controlling();
    return current == null ? Thread.holdsLock(monitor) : current.holds(monitor);
  }

  /** Stands in for {@link Thread#onSpinWait}. */
  public static void onSpinWait(int site) {
    Scheduler current = controlling();
    if (current == null) {
      Thread.onSpinWait();
    } else {
      current.spin(site);
    }
  }

  /** For a method reference. */
  public static void onSpinWait() {
    onSpinWait(NOWHERE);
  }

  /**
   * For the JDK's own loops, which spin a little before they park: under control nobody else could
   * change anything meanwhile.
   */
  public static void onSpinInside() {
    if (!isControlled()) {
      Thread.onSpinWait();
    }
  }

  /** Stands in for {@link System#nanoTime}. */
  public static long nanoTime() {
    Scheduler current = controlling();
    return current == null ? System.nanoTime() : current.nanoTime();
  }

  /** Stands in for {@link System#currentTimeMillis}. */
  public static long currentTimeMillis() {
    Scheduler current = controlling();
    return current == null ? System.currentTimeMillis() : current.currentTimeMillis();
  }

  /** Stands in for {@link Math#random}. */
  public static double mathRandom() {
    Scheduler current = controlling();
    return current == null ? Math.random() : (current.seed() >>> 11) * 0x1.0p-53;
  }

  /** A seed for a generator that was made without one. */
  public static long seed() {
    Scheduler current = controlling();
    return current == null ? System.nanoTime() : current.seed();
  }

  /** A generator for {@link java.util.Collections#shuffle(java.util.List, Random)}. */
  public static Random random() {
    return new Random(seed());
  }

  /** Stands in for {@link RandomGenerator#getDefault}. */
  public static RandomGenerator generator() {
    return create(RandomGeneratorFactory.getDefault());
  }

  /** Stands in for {@link RandomGenerator#of}. */
  public static RandomGenerator generator(String algorithm) {
    return create(RandomGeneratorFactory.of(algorithm));
  }

  /** Stands in for {@link RandomGeneratorFactory#create()}. */
  public static <T extends RandomGenerator> T create(RandomGeneratorFactory<T> factory) {
    Scheduler current = controlling();
    return current == null ? factory.create() : factory.create(current.seed());
  }

  /** Stands in for {@link UUID#randomUUID}. */
  public static UUID randomUuid() {
    Scheduler current = controlling();
    return current == null
        ? UUID.randomUUID()
        : new UUID(
            (current.seed() & ~0xf000L) | 0x4000L, (current.seed() >>> 2) | 0x8000000000000000L);
  }

  /** Whether a weak compare-and-set fails now although the value is the expected one. */
  public static boolean failsSpuriously(int site) {
    Scheduler current = controlling();
    return current != null && current.failsSpuriously(site);
  }

  /** Whether a wait for a condition ends now although nobody has signalled. */
  public static boolean wakesSpuriously(int site) {
    Scheduler current = controlling();
    return current != null && current.wakesSpuriously(site);
  }

  /** Stands in for {@link Condition#awaitNanos}, which may end without reason. */
  @SuppressWarnings("WaitNotInLoop") // The loop, if there is one, is the caller's.
  public static long awaitNanos(Condition condition, long nanos, int site)
      throws InterruptedException {
    if (nanos <= 1 || !wakesSpuriously(site)) {
      return condition.awaitNanos(nanos);
    }
    long begin = nanoTime();
    long ignored = condition.awaitNanos(1);
    return nanos - (nanoTime() - begin);
  }

  /** Stands in for {@link Condition#await(long, TimeUnit)}, which may end without reason. */
  public static boolean await(Condition condition, long time, TimeUnit unit, int site)
      throws InterruptedException {
    long nanos = unit.toNanos(time);
    return awaitNanos(condition, nanos, site) > 0;
  }

  /** Stands in for {@link Thread#threadId}. */
  public static long threadId(Thread thread) {
    Scheduler current = controlling();
    return current == null ? thread.threadId() : current.numberOf(thread);
  }

  // Called by classes of the JDK.

  /** Whether the calling thread is under control. */
  public static boolean isControlled() {
    return controlling() != null;
  }

  /** Before a monitor of the JDK is entered: no point, but it blocks where the real one would. */
  public static void enterInside(Object monitor) {
    Scheduler current = controlling();
    if (current != null && monitor != null) {
      current.enter(monitor, NOWHERE);
    }
  }

  /**
   * After a monitor of the JDK has been left. It never throws: the handler that leaves the monitor
   * guards itself, too, and would run for ever.
   */
  public static void exitInside(Object monitor) {
    Scheduler current = controlling();
    if (current != null && monitor != null) {
      current.exitInside(monitor);
    }
  }

  /** The JDK has this real monitor from here on: the thread cannot be left. */
  public static void hold(@Nullable Object monitor) {
    Scheduler current = controlling();
    if (current != null) {
      current.hold(monitor, true);
    }
  }

  /** The end of {@link #hold}. */
  public static void release(@Nullable Object monitor) {
    Scheduler current = controlling();
    if (current != null) {
      current.hold(monitor, false);
    }
  }

  /** For a controlled thread only: the time of day, in nanoseconds after so many seconds. */
  public static long nanosAfter(long seconds) {
    return currentTimeMillis() * NANOS_PER_MILLI - seconds * 1_000 * NANOS_PER_MILLI;
  }

  /** For a controlled thread only; the first argument is the {@code Unsafe} nobody needs. */
  public static void park(Object unsafe, boolean absolute, long time) {
    Scheduler current = controlling();
    if (current != null) {
      current.park(absolute, time);
    }
  }

  /** Whether that thread is one under control, and the calling thread too. */
  public static boolean owns(@Nullable Object thread) {
    Scheduler current = controlling();
    return current != null && thread instanceof Thread known && current.owns(known);
  }

  /** For threads that {@link #owns} has acknowledged. */
  public static void unpark(Object unsafe, Object thread) {
    Scheduler current = controlling();
    if (current != null) {
      current.unpark((Thread) thread);
    }
  }

  /** Whether this virtual thread parks as virtual threads do: not so under control. */
  public static boolean isVirtual(Thread thread) {
    return thread.isVirtual() && !owns(thread);
  }

  /** Whether control has taken the thread over; otherwise it starts as ever. */
  public static boolean start(Thread thread) {
    Scheduler current = controlling();
    if (current == null) {
      return false;
    }
    current.start(thread);
    return true;
  }

  /** Whether control has done the yield. */
  public static boolean yielded() {
    Scheduler current = controlling();
    if (current == null) {
      return false;
    }
    current.spin(NOWHERE);
    return true;
  }

  /** Whether control has done the sleep. */
  public static boolean slept(long nanos) throws InterruptedException {
    Scheduler current = controlling();
    if (current == null) {
      return false;
    }
    current.sleep(nanos);
    return true;
  }

  /** Whether control has done the join; 0 milliseconds is without limit. */
  public static boolean joined(Thread thread, long millis) throws InterruptedException {
    if (millis < 0 || !owns(thread)) {
      return false;
    }
    Scheduler current = controlling();
    if (current != null) {
      boolean ignored = current.join(thread, nanos(millis, 0));
    }
    return true;
  }

  /** The same for a virtual thread: 1 if it has ended, 0 if not, -1 if it is not under control. */
  public static int joinedVirtual(Thread thread, long nanos) throws InterruptedException {
    Scheduler current = controlling();
    if (current == null || !current.owns(thread)) {
      return -1;
    }
    return current.join(thread, nanos) ? 1 : 0;
  }

  /** Before a thread's interrupt status is set. */
  public static void interrupting(Thread thread) {
    Scheduler current = controlling();
    if (current != null && current.owns(thread)) {
      current.interrupt(thread);
    }
  }

  /** 1 if alive, 0 if not, -1 if it is not under control. */
  public static int alive(Thread thread) {
    Scheduler current = controlling();
    if (current == null || !current.owns(thread)) {
      return -1;
    }
    return current.isAlive(thread) ? 1 : 0;
  }

  /** The number in a new timer's name, or -1 if its maker is not under control. */
  public static int timerNumber() {
    Scheduler current = controlling();
    return current == null ? -1 : current.nextTimer();
  }

  /** Null if it is not under control. */
  public static Thread.@Nullable State state(Thread thread) {
    Scheduler current = controlling();
    return current == null || !current.owns(thread) ? null : current.stateOf(thread);
  }

  /** The common pool to use instead of the real one. */
  public static Object pool(Object common) {
    Scheduler current = controlling();
    return current == null ? common : current.commonPool();
  }

  @SuppressWarnings("ReferenceEquality") // A thread may define equals.
  private static @Nullable Scheduler controlling() {
    Thread current = running;
    return current != null && Thread.currentThread() == current ? scheduler : null;
  }

  private static void reportEscape() {
    Scheduler current = scheduler;
    if (current != null) {
      current.escaped(Thread.currentThread());
    }
  }

  private static long nanos(long millis, int nanos) {
    return millis > (Long.MAX_VALUE - nanos) / NANOS_PER_MILLI
        ? Long.MAX_VALUE
        : millis * NANOS_PER_MILLI + nanos;
  }
}
