package bench.histories.wrong;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;

/** A stack that uses its nodes again: a swap succeeds that should have failed. */
public final class StackWithReusedNodes {
  private final AtomicReference<Node> top = new AtomicReference<>();
  private final ArrayDeque<Node> free = new ArrayDeque<>();

  private static final class Node {
    private int value;
    private volatile Node next;
  }

  public void push(int value) {
    Node node = node();
    node.value = value;
    while (true) {
      Node first = top.get();
      node.next = first;
      if (top.compareAndSet(first, node)) {
        return;
      }
    }
  }

  private Node node() {
    synchronized (free) {
      return free.isEmpty() ? new Node() : free.remove();
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
        int value = first.value;
        synchronized (free) {
          free.add(first);
        }
        return value;
      }
    }
  }
}
