package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A lock-free stack with fresh nodes. */
public final class TreiberStack implements Program {
  private record Node(int item, Node next) {}

  private final AtomicReference<Node> top = new AtomicReference<>();

  @Override
  public void run() throws Exception {
    AtomicInteger sum = new AtomicInteger();
    push(1);
    Parallel.run(() -> push(2), () -> sum.addAndGet(pop()), () -> sum.addAndGet(pop()));
    for (Node node = top.get(); node != null; node = node.next()) {
      sum.addAndGet(node.item());
    }
    Check.equal(3, sum.get());
  }

  private void push(int item) {
    Node old;
    do {
      old = top.get();
    } while (!top.compareAndSet(old, new Node(item, old)));
  }

  private int pop() {
    while (true) {
      Node old = top.get();
      if (old == null) {
        return 0;
      }
      if (top.compareAndSet(old, old.next())) {
        return old.item();
      }
    }
  }
}
