package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;

/** A deque whose owner and thieves both win the last element by a swap. */
public final class WorkStealingSwap implements Program {
  private final int[] items = {1, 1};
  private volatile int bottom = 2;
  private final AtomicInteger top = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          pop();
          pop();
        },
        this::steal);
    Check.equal(2, taken.get());
  }

  private void pop() {
    int last = bottom - 1;
    bottom = last;
    int first = top.get();
    if (last > first) {
      taken.addAndGet(items[last]);
    } else {
      if (last == first && top.compareAndSet(first, first + 1)) {
        taken.addAndGet(items[last]);
      }
      bottom = Math.max(first, last) + (last == first ? 1 : 0);
    }
  }

  private void steal() {
    int first = top.get();
    if (first < bottom) {
      int item = items[first];
      if (top.compareAndSet(first, first + 1)) {
        taken.addAndGet(item);
      } else {
        steal();
      }
    }
  }
}
