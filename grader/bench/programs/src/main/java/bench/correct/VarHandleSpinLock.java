package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A spin lock on a field that is reached through a handle. */
public final class VarHandleSpinLock implements Program {
  private static final VarHandle LOCKED;

  static {
    try {
      LOCKED =
          MethodHandles.lookup().findVarHandle(VarHandleSpinLock.class, "locked", boolean.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private volatile boolean locked;
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::increment, this::increment);
    Check.equal(2, value);
    Check.that(!locked, "still locked");
  }

  private void increment() {
    while (!LOCKED.compareAndSet(this, false, true)) {
      Thread.onSpinWait();
    }
    value++;
    LOCKED.setRelease(this, false);
  }
}
