package bench.histories.wrong;

import java.util.concurrent.atomic.AtomicReference;

/** A queue whose head is set without looking whether somebody else has set it. */
public final class QueueWithoutSwap {
  private final AtomicReference<Node> head = new AtomicReference<>(new Node(0));
  private final AtomicReference<Node> tail = new AtomicReference<>(head.get());

  private static final class Node {
    private final int value;
    private final AtomicReference<Node> next = new AtomicReference<>();

    Node(int value) {
      this.value = value;
    }
  }

  public void offer(int value) {
    Node node = new Node(value);
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

  /** The first, or null. */
  public Integer poll() {
    while (true) {
      Node first = head.get();
      Node last = tail.get();
      Node next = first.next.get();
      if (next == null) {
        return null;
      }
      if (first == last) {
        tail.compareAndSet(last, next);
      } else {
        head.set(next);
        return next.value;
      }
    }
  }
}
