package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;

/** A deque whose owner takes the last element without the swap that a thief must win. */
public final class WorkStealingLastElement implements Program {
  private final int[] items = new int[4];
  private volatile int bottom;
  private final AtomicInteger top = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();

  @Override
  public void run() throws Exception {
    push(1);
    push(2);
    Parallel.run(
        () -> {
          pop();
          pop();
        },
        this::steal);
    Check.equal(2, taken.get());
  }

  private void push(int item) {
    items[bottom] = item;
    bottom = bottom + 1;
  }

  private void pop() {
    int last = bottom - 1;
    bottom = last;
    if (last >= top.get()) {
      taken.addAndGet(items[last] == 0 ? 0 : 1);
    } else {
      bottom = top.get();
    }
  }

  private void steal() {
    int first = top.get();
    if (first < bottom && top.compareAndSet(first, first + 1)) {
      taken.addAndGet(items[first] == 0 ? 0 : 1);
    }
  }
}
