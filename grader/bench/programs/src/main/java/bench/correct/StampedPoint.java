package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.StampedLock;

/** A point that is read optimistically and validated. */
public final class StampedPoint implements Program {
  private final StampedLock lock = new StampedLock();
  private int x;
  private int y;

  @Override
  public void run() throws Exception {
    Parallel.run(this::move, this::look, this::move);
    Check.equal(2, x);
  }

  private void move() {
    long stamp = lock.writeLock();
    x++;
    y++;
    lock.unlockWrite(stamp);
  }

  private void look() {
    long stamp = lock.tryOptimisticRead();
    int seenX = x;
    int seenY = y;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      seenX = x;
      seenY = y;
      lock.unlockRead(stamp);
    }
    Check.equal(seenX, seenY);
  }
}
