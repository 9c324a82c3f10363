package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Checks under the read lock and acts under the write lock: two threads act. */
public final class ReadLockCheckThenAct implements Program {
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
      loads++;
      cache.put("key", loads);
      lock.writeLock().unlock();
    }
  }
}
