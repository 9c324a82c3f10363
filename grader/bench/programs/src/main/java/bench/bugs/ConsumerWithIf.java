package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** A consumer that was notified finds the queue empty again: another was faster. */
public final class ConsumerWithIf implements Program {
  private final Deque<Integer> items = new ArrayDeque<>();

  @Override
  public void run() throws Exception {
    Parallel.run(
        this::take,
        this::take,
        () -> {
          put(1);
          put(2);
        });
  }

  private synchronized void put(int item) {
    items.add(item);
    notifyAll();
  }

  private synchronized int take() throws InterruptedException {
    if (items.isEmpty()) {
      wait();
    }
    return items.remove();
  }
}
