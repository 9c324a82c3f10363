package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A lock-free queue whose threads help each other. */
public final class MichaelScottQueue implements Program {
  private static final class Node {
    private final int item;
    private final AtomicReference<Node> next = new AtomicReference<>();

    Node(int item) {
      this.item = item;
    }
  }

  private final Node dummy = new Node(0);
  private final AtomicReference<Node> head = new AtomicReference<>(dummy);
  private final AtomicReference<Node> tail = new AtomicReference<>(dummy);

  @Override
  public void run() throws Exception {
    AtomicInteger sum = new AtomicInteger();
    Parallel.run(() -> add(1), () -> add(2), () -> sum.addAndGet(poll()));
    sum.addAndGet(poll());
    sum.addAndGet(poll());
    Check.equal(3, sum.get());
  }

  private void add(int item) {
    Node node = new Node(item);
    while (true) {
      Node last = tail.get();
      Node next = last.next.get();
      if (next != null) {
        tail.compareAndSet(last, next);
      } else if (last.next.compareAndSet(null, node)) {
        tail.compareAndSet(last, node);
        return;
      }
    }
  }

  private int poll() {
    while (true) {
      Node first = head.get();
      Node last = tail.get();
      Node next = first.next.get();
      if (next == null) {
        return 0;
      }
      if (first == last) {
        tail.compareAndSet(last, next);
      }
      if (head.compareAndSet(first, next)) {
        return next.item;
      }
    }
  }
}
