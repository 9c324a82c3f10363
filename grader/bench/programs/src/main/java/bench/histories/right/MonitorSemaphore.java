package bench.histories.right;

/** A semaphore of one permit with a monitor; nobody waits. */
public final class MonitorSemaphore {
  private int free = 1;

  public synchronized boolean tryAcquire() {
    boolean some = free > 0;
    if (some) {
      free--;
    }
    return some;
  }

  public synchronized void release() {
    free++;
  }

  public synchronized int available() {
    return free;
  }
}
