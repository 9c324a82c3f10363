package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Peterson's lock for two threads. */
public final class PetersonVolatile implements Program {
  private final AtomicIntegerArray wants = new AtomicIntegerArray(2);
  private volatile int turn;
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> increment(0), () -> increment(1));
    Check.equal(2, value);
  }

  private void increment(int me) {
    wants.set(me, 1);
    turn = 1 - me;
    while (wants.get(1 - me) == 1 && turn == 1 - me) {
      Thread.onSpinWait();
    }
    value++;
    wants.set(me, 0);
  }
}
