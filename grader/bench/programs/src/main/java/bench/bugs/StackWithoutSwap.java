package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A linked stack that sets its top instead of swapping it. */
public final class StackWithoutSwap implements Program {
  private record Node(int item, Node next) {}

  private volatile Node top;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> push(1), () -> push(2));
    Check.that(top.next() != null, "an item was lost");
  }

  private void push(int item) {
    top = new Node(item, top);
  }
}
