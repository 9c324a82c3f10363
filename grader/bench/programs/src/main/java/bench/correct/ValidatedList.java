package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A sorted list that validates what it has locked, and else begins again. */
public final class ValidatedList implements Program {
  private static final class Node {
    private final int value;
    private volatile Node next;

    Node(int value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  private final Node head = new Node(0, new Node(100, null));

  @Override
  public void run() throws Exception {
    Parallel.run(() -> insert(1), () -> insert(2));
    Check.equal(1, head.next.value);
    Check.equal(2, head.next.next.value);
  }

  private void insert(int value) {
    while (true) {
      Node before = head;
      Node after = before.next;
      while (after.value < value) {
        before = after;
        after = after.next;
      }
      synchronized (before) {
        if (before.next == after) {
          before.next = new Node(value, after);
          return;
        }
      }
    }
  }
}
