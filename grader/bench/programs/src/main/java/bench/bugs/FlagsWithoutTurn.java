package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Each thread says that it wants to enter and waits until the other does not. */
public final class FlagsWithoutTurn implements Program {
  private final AtomicIntegerArray wants = new AtomicIntegerArray(2);

  @Override
  public void run() throws Exception {
    Parallel.run(() -> enter(0), () -> enter(1));
  }

  private void enter(int me) {
    wants.set(me, 1);
    while (wants.get(1 - me) == 1) {
      Thread.onSpinWait();
    }
    wants.set(me, 0);
  }
}
