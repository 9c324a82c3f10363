package bench.bugs;

import bench.Check;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Queue;

/** A worker takes its interrupt for a wake-up and waits on. */
public final class InterruptSwallowed implements Program {
  private final Queue<Integer> items = new ArrayDeque<>();
  private int seen;

  @Override
  public void run() throws Exception {
    Thread worker = new Thread(this::work);
    worker.start();
    put(1);
    worker.interrupt();
    worker.join();
    Check.that(seen <= 1, "made up");
  }

  private synchronized void put(int item) {
    items.add(item);
    notifyAll();
  }

  private synchronized void work() {
    while (!Thread.currentThread().isInterrupted()) {
      while (items.isEmpty()) {
        try {
          wait();
        } catch (InterruptedException ignored) {
          // The mistake: nobody will know of it.
          seen += 0;
        }
      }
      seen += items.remove();
    }
  }
}
