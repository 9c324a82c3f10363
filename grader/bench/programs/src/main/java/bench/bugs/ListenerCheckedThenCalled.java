package bench.bugs;

import bench.Parallel;
import bench.Program;

/** The listener is there when it is looked for and gone when it is called. */
public final class ListenerCheckedThenCalled implements Program {
  private volatile Runnable listener = () -> {};

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          if (listener != null) {
            listener.run();
          }
        },
        () -> listener = null);
  }
}
