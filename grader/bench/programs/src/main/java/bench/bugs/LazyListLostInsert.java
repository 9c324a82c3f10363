package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A sorted list with a lock for each node, whose insert does not validate what it has locked. */
public final class LazyListLostInsert implements Program {
  private final Node head = new Node(0, new Node(100, null));

  private static final class Node {
    private final int value;
    private volatile Node next;

    Node(int value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  @Override
  public void run() throws Exception {
    Parallel.run(() -> insert(1), () -> insert(2));
    Check.that(contains(1) && contains(2), "an insert was lost");
  }

  private void insert(int value) {
    Node before = head;
    Node after = before.next;
    while (after.value < value) {
      before = after;
      after = after.next;
    }
    synchronized (before) {
      before.next = new Node(value, after);
    }
  }

  private boolean contains(int value) {
    Node node = head;
    while (node.value < value) {
      node = node.next;
    }
    return node.value == value;
  }
}
