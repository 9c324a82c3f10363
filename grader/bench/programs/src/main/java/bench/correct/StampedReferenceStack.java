package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicStampedReference;

/** A stack that reuses its nodes, and counts its changes. */
public final class StampedReferenceStack implements Program {
  private static final class Node {
    private volatile Node next;
    private final AtomicInteger owners = new AtomicInteger();
  }

  private final AtomicStampedReference<Node> top = new AtomicStampedReference<>(null, 0);

  @Override
  public void run() throws Exception {
    put(new Node());
    put(new Node());
    Parallel.run(
        this::take,
        () -> {
          Node first = take();
          take();
          if (first != null) {
            first.owners.decrementAndGet();
            put(first);
          }
        });
    for (Node node = top.getReference(); node != null; node = node.next) {
      Check.equal(0, node.owners.get());
    }
  }

  private Node take() {
    int[] stamp = new int[1];
    while (true) {
      Node old = top.get(stamp);
      if (old == null) {
        return null;
      }
      if (top.compareAndSet(old, old.next, stamp[0], stamp[0] + 1)) {
        Check.equal(1, old.owners.incrementAndGet());
        return old;
      }
    }
  }

  private void put(Node node) {
    int[] stamp = new int[1];
    Node old;
    do {
      old = top.get(stamp);
      node.next = old;
    } while (!top.compareAndSet(old, node, stamp[0], stamp[0] + 1));
  }
}
