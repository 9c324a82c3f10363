package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A ring made for one producer is given two: both write the same slot. */
public final class CircularBufferTwoProducers implements Program {
  private final AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(4);
  private volatile int tail;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> put("a"), () -> put("b"));
    Check.equal(2, tail);
    Check.that(slots.get(0) != null && slots.get(1) != null, "an item was overwritten");
  }

  private void put(String item) {
    int at = tail;
    slots.set(at, item);
    tail = at + 1;
  }
}
