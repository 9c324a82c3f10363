package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A writer that becomes a reader without letting go. */
public final class WriteLockDowngrade implements Program {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::update, this::update);
    Check.equal(2, value);
  }

  private void update() {
    lock.writeLock().lock();
    int mine = ++value;
    lock.readLock().lock();
    lock.writeLock().unlock();
    Check.equal(mine, value);
    lock.readLock().unlock();
  }
}
