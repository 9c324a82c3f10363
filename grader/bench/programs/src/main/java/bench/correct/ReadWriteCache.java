package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Looks under the read lock, and again under the write lock. */
public final class ReadWriteCache implements Program {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Integer> cache = new HashMap<>();
  private int loads;

  @Override
  public void run() throws Exception {
    Parallel.run(this::load, this::load);
    Check.equal(1, loads);
  }

  private void load() {
    lock.readLock().lock();
    boolean known = cache.containsKey("key");
    lock.readLock().unlock();
    if (!known) {
      lock.writeLock().lock();
      cache.computeIfAbsent("key", key -> ++loads);
      lock.writeLock().unlock();
    }
  }
}
