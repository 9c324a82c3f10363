package grader.explore;

import grader.boot.Control;
import grader.instrument.Sites;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Trials of our own before the first real one: they load the classes of the scheduler, so that no
 * class is loaded in the middle of a step of a trial that counts.
 */
public final class WarmUp {

  private static final int NOWHERE = 0;
  private static final int TRIALS = 20;

  private static final AtomicBoolean DONE = new AtomicBoolean();

  private final Sites sites = new Sites();
  private final Scheduler scheduler = new Scheduler(sites);

  private WarmUp() {}

  /** Runs them, if this JVM has not: in a JVM under control, on a thread that will run trials. */
  public static void once() {
    if (DONE.compareAndSet(false, true)) {
      new WarmUp().run();
    }
  }

  private void run() {
    for (int i = 0; i < TRIALS; i++) {
      scheduler.run(i, policy(i), trace(i), true, this::trial);
    }
    scheduler.run(0, new RandomWalk(), trace(0), true, this::stuck);
  }

  private Policy policy(int number) {
    return switch (number % 4) {
      case 0 -> new RandomWalk();
      case 1 -> new Pct(2);
      case 2 -> new Pos(sites::at);
      default -> new Exhaustive(1);
    };
  }

  private Trace trace(int number) {
    return number % 2 == 0 ? new Recording(sites) : Trace.NONE;
  }

  private void trial() {
    Object monitor = new Object();
    Thread waiter = new Thread(() -> waitFor(monitor));
    Thread sleeper = new Thread(WarmUp::sleep);
    CountDownLatch latch = new CountDownLatch(1);
    Thread opener = new Thread(latch::countDown);
    waiter.start();
    sleeper.start();
    opener.start();
    try {
      latch.await();
      scheduler.settle();
      Control.enter(monitor, NOWHERE);
      Control.signalAll(monitor, NOWHERE);
      Control.exit(monitor);
      waiter.interrupt();
      sleeper.join();
      waiter.join();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void stuck() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void waitFor(Object monitor) {
    Control.enter(monitor, NOWHERE);
    try {
      Control.await(monitor, 5, NOWHERE);
    } catch (InterruptedException expected) {
      Control.call(NOWHERE);
    } finally {
      Control.exit(monitor);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
