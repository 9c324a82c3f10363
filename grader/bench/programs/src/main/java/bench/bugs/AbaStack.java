package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A lock-free stack that uses its nodes again: a swap succeeds that should have failed. */
public final class AbaStack implements Program {
  private final Node a = new Node();
  private final Node b = new Node();
  private final AtomicReference<Node> top = new AtomicReference<>(a);

  private static final class Node {
    private volatile Node next;
    private final AtomicInteger owners = new AtomicInteger();
  }

  @Override
  public void run() throws Exception {
    a.next = b;
    Parallel.run(
        this::take,
        () -> {
          Node first = take();
          Node second = take();
          if (first != null) {
            giveBack(first);
          }
          Check.that(second == null || second.owners.get() <= 1, "taken twice");
        });
    int left = 0;
    for (Node node = top.get(); node != null; node = node.next) {
      Check.that(node.owners.get() == 0, "a node is in the stack and with an owner");
      Check.that(++left <= 2, "the stack bites its tail");
    }
  }

  private Node take() {
    while (true) {
      Node old = top.get();
      if (old == null) {
        return null;
      }
      Node next = old.next;
      if (top.compareAndSet(old, next)) {
        Check.that(old.owners.incrementAndGet() == 1, "two owners");
        return old;
      }
    }
  }

  private void giveBack(Node node) {
    node.owners.decrementAndGet();
    while (true) {
      Node old = top.get();
      node.next = old;
      if (top.compareAndSet(old, node)) {
        return;
      }
    }
  }
}
