package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The author thought that a thread which offers its processor to others between two questions is
 * resting.
 */
public final class ManualResetEvent {

  private final AtomicBoolean flag = new AtomicBoolean();

  public ManualResetEvent() {}

  public void set() {
    flag.set(true);
  }

  public void clear() {
    flag.set(false);
  }

  public boolean isSet() {
    return flag.get();
  }

  public void await() throws InterruptedException {
    askWhile(() -> true);
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long allowed = Math.max(0, unit.toNanos(timeout));
    long begin = System.nanoTime();
    return askWhile(() -> System.nanoTime() - begin < allowed);
  }

  /** Whether the flag was seen before the time was over. */
  private boolean askWhile(BooleanSupplier hasTime) throws InterruptedException {
    stopIfInterrupted();
    while (!flag.get()) {
      if (!hasTime.getAsBoolean()) {
        return flag.get();
      }
      Thread.yield(); // BUG: busy-wait
      stopIfInterrupted();
    }
    return true;
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
