package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A queue for one item with a lock and two conditions. */
public final class ConditionQueue implements Program {
  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Deque<Integer> items = new ArrayDeque<>();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> put(1), () -> put(2), this::take, this::take);
    Check.that(items.isEmpty(), "an item is left");
  }

  private void put(int item) throws InterruptedException {
    lock.lock();
    try {
      while (!items.isEmpty()) {
        notFull.await();
      }
      items.add(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  private void take() throws InterruptedException {
    lock.lock();
    try {
      while (items.isEmpty()) {
        notEmpty.await();
      }
      items.remove();
      notFull.signal();
    } finally {
      lock.unlock();
    }
  }
}
