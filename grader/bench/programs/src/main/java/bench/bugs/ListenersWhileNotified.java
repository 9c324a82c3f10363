package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.List;
import java.util.Vector;

/** Listeners are kept in a plain list; one is added while the others are told. */
public final class ListenersWhileNotified implements Program {
  private final List<Runnable> listeners = new Vector<>();
  private int told;

  @Override
  public void run() throws Exception {
    listeners.add(() -> told++);
    listeners.add(() -> told++);
    Parallel.run(this::tell, () -> listeners.add(() -> told++));
  }

  private void tell() {
    for (Runnable listener : listeners) {
      listener.run();
    }
  }
}
