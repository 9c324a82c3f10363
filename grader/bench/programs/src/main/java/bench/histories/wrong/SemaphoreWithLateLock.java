package bench.histories.wrong;

/** A semaphore of one permit that looks before it locks. */
public final class SemaphoreWithLateLock {
  private volatile int free = 1;

  public boolean tryAcquire() {
    if (free == 0) {
      return false;
    }
    synchronized (this) {
      free--;
    }
    return true;
  }

  public synchronized void release() {
    free++;
  }

  public int available() {
    return free;
  }
}
