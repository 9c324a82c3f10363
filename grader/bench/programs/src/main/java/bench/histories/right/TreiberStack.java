package bench.histories.right;

import java.util.concurrent.atomic.AtomicReference;

/** The stack of Treiber, 1986. */
public final class TreiberStack {
  private final AtomicReference<Node> top = new AtomicReference<>();

  private static final class Node {
    private final int value;
    private final Node next;

    Node(int value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  public void push(int value) {
    while (true) {
      Node first = top.get();
      if (top.compareAndSet(first, new Node(value, first))) {
        return;
      }
    }
  }

  /** The last that was pushed, or null. */
  public Integer pop() {
    while (true) {
      Node first = top.get();
      if (first == null) {
        return null;
      }
      if (top.compareAndSet(first, first.next)) {
        return first.value;
      }
    }
  }
}
