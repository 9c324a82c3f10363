package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Two readers want to become writers, and each waits for the other to stop reading. */
public final class ReadToWriteUpgrade implements Program {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::update, this::update);
  }

  private void update() {
    lock.readLock().lock();
    try {
      if (value == 0) {
        lock.writeLock().lock();
        value++;
        lock.writeLock().unlock();
      }
    } finally {
      lock.readLock().unlock();
    }
  }
}
