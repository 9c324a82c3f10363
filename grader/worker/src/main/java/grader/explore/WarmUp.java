package grader.explore;

import grader.boot.Control;
import grader.instrument.Sites;
import java.util.concurrent.CountDownLatch;

/**
 * A trial of our own before the first real one: it loads the classes of the scheduler, so that no
 * class is loaded in the middle of a step of a trial that counts.
 */
final class WarmUp {

  private static final int NOWHERE = 0;
  private static final int TRIALS = 20;

  private final Scheduler scheduler;
  private final Sites sites;

  WarmUp(Scheduler scheduler, Sites sites) {
    this.scheduler = scheduler;
    this.sites = sites;
  }

  void run() {
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
