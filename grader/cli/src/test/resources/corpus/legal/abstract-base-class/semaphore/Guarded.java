package semaphore;

import java.util.concurrent.TimeUnit;

/** Waits under its own monitor until something is possible, then does it. */
abstract class Guarded<T extends Number> {

  protected abstract Number now();

  protected abstract boolean isPossible(T wanted);

  protected abstract void take(T wanted);

  final synchronized int value() {
    return now().intValue();
  }

  final void changed() {
    notifyAll();
  }

  final synchronized boolean attempt(T wanted) {
    boolean possible = isPossible(wanted);
    if (possible) {
      take(wanted);
    }
    return possible;
  }

  final synchronized void await(T wanted) throws InterruptedException {
    refuseInterrupted();
    while (!attempt(wanted)) {
      wait();
    }
  }

  final synchronized boolean await(T wanted, long nanos) throws InterruptedException {
    refuseInterrupted();
    long begin = System.nanoTime();
    while (!attempt(wanted)) {
      long left = nanos <= 0 ? 0 : nanos - (System.nanoTime() - begin);
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private static void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
