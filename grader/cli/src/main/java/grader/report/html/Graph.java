package grader.report.html;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/**
 * Who waits for what, and who holds it: threads on the left, what they wait for on the right.
 *
 * @param edges from a thread to what it waits for, and from there to the thread that holds it
 */
public record Graph(List<Box> threads, List<Box> things, List<Edge> edges) {

  static final int WIDTH = 640;
  static final int BOX = 220;
  static final int ROW = 76;
  static final int BOX_HEIGHT = 44;

  /** A thread, or what is waited for. */
  record Box(String name, String detail, int x, int y) {}

  /** An arrow. */
  record Edge(int x1, int y1, int x2, int y2, String kind, String title) {}

  /**
   * A thread that waits.
   *
   * @param detail its state and where it is
   * @param waitsFor empty if that is not known
   * @param heldBy empty if nobody does
   */
  public record Waiter(String thread, String detail, String waitsFor, String heldBy) {}

  /** The graph of these threads. */
  public static Graph of(List<Waiter> waiters) {
    List<Box> threads = new ArrayList<>();
    for (Waiter waiter : waiters) {
      threads.add(new Box(waiter.thread(), waiter.detail(), 0, threads.size() * ROW));
    }
    List<Waiter> things = new ArrayList<>();
    for (Waiter waiter : waiters) {
      if (!waiter.waitsFor().isEmpty() && things.stream().noneMatch(one -> same(one, waiter))) {
        things.add(waiter);
      }
    }
    return new Graph(threads, boxes(things), edges(waiters, things));
  }

  /** Whether they wait for the same thing, as far as its name and its holder tell. */
  private static boolean same(Waiter one, Waiter other) {
    return one.waitsFor().equals(other.waitsFor()) && one.heldBy().equals(other.heldBy());
  }

  private static List<Box> boxes(List<Waiter> things) {
    List<Box> boxes = new ArrayList<>();
    for (Waiter thing : things) {
      String holder = thing.heldBy().isEmpty() ? "held by nobody" : "held by " + thing.heldBy();
      String detail = thing.waitsFor().startsWith("the end of ") ? "" : holder;
      boxes.add(new Box(thing.waitsFor(), detail, WIDTH - BOX, boxes.size() * ROW));
    }
    return boxes;
  }

  private static List<Edge> edges(List<Waiter> waiters, List<Waiter> things) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < waiters.size(); i++) {
      for (int j = 0; j < things.size(); j++) {
        if (same(waiters.get(i), things.get(j))) {
          String title = waiters.get(i).thread() + " waits for " + things.get(j).waitsFor();
          edges.add(edge(i, j, -6, "waits", title));
        }
      }
    }
    for (int j = 0; j < things.size(); j++) {
      for (int i = 0; i < waiters.size(); i++) {
        if (waiters.get(i).thread().equals(things.get(j).heldBy())) {
          String title = things.get(j).waitsFor() + " is held by " + things.get(j).heldBy();
          edges.add(edge(i, j, 6, "held", title));
        }
      }
    }
    return edges;
  }

  private static Edge edge(int thread, int thing, int shift, String kind, String title) {
    int left = thread * ROW + BOX_HEIGHT / 2 + shift;
    int right = thing * ROW + BOX_HEIGHT / 2 + shift;
    return kind.equals("waits")
        ? new Edge(BOX, left, WIDTH - BOX, right, kind, title)
        : new Edge(WIDTH - BOX, right, BOX, left, kind, title);
  }

  /** The same for those who cannot see it. */
  String words() {
    return edges.stream().map(Edge::title).collect(joining("; "));
  }

  int height() {
    return Math.max(threads.size(), things.size()) * ROW - (ROW - BOX_HEIGHT) + 4;
  }
}
