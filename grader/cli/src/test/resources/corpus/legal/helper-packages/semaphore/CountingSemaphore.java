/*
 * Legal: the gate is in a package below, with public classes and a package-info.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import semaphore.internal.gate.Gate;

public final class CountingSemaphore {

  private final Gate gate;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    this.gate = Gate.open(initial, max);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    gate.pass(n);
  }

  public boolean tryAcquire(int n) {
    return gate.passNow(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    return gate.pass(n, timeout, unit);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    gate.goBack(n);
  }

  public int availablePermits() {
    return gate.places();
  }
}
