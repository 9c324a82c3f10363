package stoppableworker.hidden;

import grader.testkit.Trial;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import stoppableworker.PeriodicWorker;

/**
 * The steps of one worker: counts those that have begun, remembers their threads, and can end them,
 * whatever is wrong with the worker.
 */
final class Steps implements Runnable {

  static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);

  /** No test takes that long; somebody may be waiting in vain. */
  private static final int MOST_HOURS = 1_000;

  private final AtomicInteger begun = new AtomicInteger();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger uncaught = new AtomicInteger();
  private final Body body;
  private volatile int most = Integer.MAX_VALUE;
  private volatile boolean over;

  /** What a step does. */
  @FunctionalInterface
  interface Body {

    /**
     * One step.
     *
     * @param number counted from 1
     */
    void run(int number) throws Throwable;
  }

  Steps(Body body) {
    this.body = body;
  }

  /** Steps that do nothing. */
  Steps() {
    this(number -> {});
  }

  @Override
  public void run() {
    Thread.currentThread().setUncaughtExceptionHandler((who, thrown) -> uncaught.incrementAndGet());
    threads.add(Thread.currentThread());
    int number = begun.incrementAndGet();
    if (over) {
      throw new IllegalStateException("the test is over");
    }
    if (number > most) {
      throw new IllegalStateException("somebody has been waiting for more than a month");
    }
    try {
      body.run(number);
    } catch (Throwable thrown) {
      throw Steps.<RuntimeException>sneaky(thrown);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Steps that do nothing; this one and all after it do nothing for a long time. */
  static Steps untilStep(int last) {
    return new Steps(number -> {
      if (number >= last) {
        awaitInterrupt();
      }
    });
  }

  /** Blocks until the thread is interrupted, and leaves it interrupted. */
  static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  /** Blocks until the latch opens, whoever interrupts. */
  static void awaitOpened(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A started worker that pauses for so long after each of these steps. */
  PeriodicWorker startedWorker(long pauseMillis) {
    PeriodicWorker worker = worker(pauseMillis);
    worker.start();
    return worker;
  }

  /** A worker that pauses for so long after each of these steps. */
  PeriodicWorker worker(long pauseMillis) {
    most = pauseMillis == HOUR_MILLIS ? MOST_HOURS : Integer.MAX_VALUE;
    return new PeriodicWorker("worker", true, pauseMillis, this);
  }

  int begun() {
    return begun.get();
  }

  List<Thread> threads() {
    return List.copyOf(threads);
  }

  boolean areAlive() {
    return threads.stream().anyMatch(Thread::isAlive);
  }

  /** How many exceptions nobody has caught. */
  int uncaught() {
    return uncaught.get();
  }

  void awaitBegun(Trial trial, int number) {
    trial.eventually("step " + number + " has begun", () -> begun() >= number);
  }

  void awaitEnd(Trial trial) {
    trial.eventually("the thread of the worker has ended", () -> !areAlive());
  }

  /** An interrupt ends a pause, and the next step, if there is one, throws. */
  void end(Trial trial) {
    over = true;
    threads.forEach(Thread::interrupt);
    awaitEnd(trial);
  }
}
