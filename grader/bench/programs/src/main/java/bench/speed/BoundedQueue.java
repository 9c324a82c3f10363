package bench.speed;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two producers and a consumer share a queue for one item, made of a lock and two conditions. */
public final class BoundedQueue implements Program {

  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Deque<Integer> items = new ArrayDeque<>();
  private int sum;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> produce(1), () -> produce(2), this::consume);
    Check.equal(6, sum);
  }

  private void produce(int value) throws InterruptedException {
    put(value);
    put(value);
  }

  private void consume() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      sum += take();
    }
  }

  private void put(int value) throws InterruptedException {
    lock.lock();
    try {
      while (!items.isEmpty()) {
        notFull.await();
      }
      items.add(value);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  private int take() throws InterruptedException {
    lock.lock();
    try {
      while (items.isEmpty()) {
        notEmpty.await();
      }
      notFull.signal();
      return items.remove();
    } finally {
      lock.unlock();
    }
  }
}
