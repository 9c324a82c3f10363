package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Listeners are told from a snapshot. */
public final class CopyOnWriteListeners implements Program {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicInteger told = new AtomicInteger();

  @Override
  public void run() throws Exception {
    listeners.add(told::incrementAndGet);
    Parallel.run(
        () -> listeners.forEach(Runnable::run), () -> listeners.add(told::incrementAndGet));
    Check.that(told.get() == 1 || told.get() == 2, "told too often");
  }
}
