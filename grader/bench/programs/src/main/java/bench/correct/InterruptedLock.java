package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A thread gives up waiting for a lock when it is interrupted. */
public final class InterruptedLock implements Program {
  private final Lock lock = new ReentrantLock();
  private volatile boolean gaveUp;

  @Override
  public void run() throws Exception {
    lock.lock();
    Thread other =
        new Thread(() -> {
          try {
            lock.lockInterruptibly();
          } catch (InterruptedException expected) {
            gaveUp = true;
          }
        });
    other.start();
    other.interrupt();
    other.join();
    lock.unlock();
    Check.that(gaveUp, "took a lock that was not free");
  }
}
