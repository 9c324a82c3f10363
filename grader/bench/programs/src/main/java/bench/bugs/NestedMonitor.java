package bench.bugs;

import bench.Parallel;
import bench.Program;

/** Waits on an inner monitor while it holds an outer one that the waker needs. */
public final class NestedMonitor implements Program {
  private final Object inner = new Object();
  private boolean ready;

  @Override
  public void run() throws Exception {
    Parallel.run(this::await, this::signal);
  }

  private synchronized void await() throws InterruptedException {
    synchronized (inner) {
      while (!ready) {
        inner.wait();
      }
    }
  }

  private synchronized void signal() {
    synchronized (inner) {
      ready = true;
      inner.notifyAll();
    }
  }
}
