package grader.explore;

import static grader.explore.Models.with;
import static grader.explore.Models.withFirst;
import static grader.linearize.Effect.done;

import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Last in, first out; and deques. */
class LinearizableStacksExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    interface Stack {
      void push(int value);

      Integer pop();
    }

    static Specification<Stack, List<Integer>> stack(Stack fresh) {
      return Specification.<Stack, List<Integer>>of(() -> fresh, List.of())
          .command("push(1)", stack -> stack.push(1), list -> done(withFirst(1, list)))
          .command("push(2)", stack -> stack.push(2), list -> done(withFirst(2, list)))
          .operation("pop()", Stack::pop, Models::pollFirst)
          .afterwards("pop()", Stack::pop, Models::pollFirst);
    }

    static class Node {
      int value;
      volatile Node next;

      Node(int value) {
        this.value = value;
      }
    }

    /** Treiber, IBM report RJ 5118, 1986. */
    static class Treiber implements Stack {
      final AtomicReference<Node> top = new AtomicReference<>();

      Node node(int value) {
        return new Node(value);
      }

      public void push(int value) {
        Node node = node(value);
        do {
          node.next = top.get();
        } while (!swap(node.next, node));
      }

      public Integer pop() {
        while (true) {
          Node first = top.get();
          if (first == null) {
            return null;
          }
          Node next = first.next;
          if (swap(first, next)) {
            int value = first.value;
            free(first);
            return value;
          }
        }
      }

      boolean swap(Node seen, Node next) {
        return top.compareAndSet(seen, next);
      }

      void free(Node node) {}
    }

    @Right
    static void treiberStack(Trial trial) {
      stack(new Treiber()).check(trial);
    }

    @Wrong(calls = 3)
    static void treiberStackWithoutSwap(Trial trial) {
      stack(
              new Treiber() {
                @Override
                boolean swap(Node seen, Node next) {
                  boolean same = top.get() == seen;
                  if (same) {
                    top.set(next);
                  }
                  return same;
                }
              })
          .check(trial);
    }

    /** A node that is free is used again: the top may be the same node, and all else another. */
    static class ReusedNodes extends Treiber {
      final ConcurrentLinkedQueue<Node> freed = new ConcurrentLinkedQueue<>();

      @Override
      Node node(int value) {
        Node node = freed.poll();
        if (node == null) {
          return new Node(value);
        }
        node.value = value;
        return node;
      }

      @Override
      void free(Node node) {
        freed.add(node);
      }

      List<Integer> rest() {
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
          rest.add(pop());
        }
        return rest;
      }
    }

    @Wrong(calls = 4, rare = true)
    static void treiberStackWithReusedNodes(Trial trial) {
      ReusedNodes fresh = new ReusedNodes();
      fresh.push(1);
      fresh.push(2);
      Specification.<ReusedNodes, List<Integer>>of(() -> fresh, List.of(2, 1))
          .command("push(3)", stack -> stack.push(3), list -> done(withFirst(3, list)))
          .operation("pop()", Stack::pop, Models::pollFirst)
          .afterwards("pop()", Stack::pop, Models::pollFirst)
          .check(trial);
    }

    static class SynchronizedStack implements Stack {
      final ArrayDeque<Integer> items = new ArrayDeque<>();

      public synchronized void push(int value) {
        items.push(value);
      }

      public synchronized Integer pop() {
        return items.poll();
      }
    }

    @Right
    static void synchronizedStack(Trial trial) {
      stack(new SynchronizedStack()).check(trial);
    }

    static class CheckThenPop extends SynchronizedStack {
      synchronized boolean isEmpty() {
        return items.isEmpty();
      }

      @Override
      public Integer pop() {
        return isEmpty() ? null : super.pop();
      }

      Integer popOrFail() {
        if (isEmpty()) {
          return null;
        }
        synchronized (this) {
          return items.pop();
        }
      }
    }

    /** What it asks first is of no use and no harm: it asks again. */
    @Right
    static void stackThatAsksTwice(Trial trial) {
      stack(new CheckThenPop()).check(trial);
    }

    @Wrong(calls = 3)
    static void stackThatAsksOnceAndTooEarly(Trial trial) {
      CheckThenPop fresh = new CheckThenPop();
      Specification.<CheckThenPop, List<Integer>>of(() -> fresh, List.of())
          .command("push(1)", stack -> stack.push(1), list -> done(withFirst(1, list)))
          .operation("pop()", CheckThenPop::popOrFail, Models::pollFirst)
          .check(trial);
    }

    interface Deque {
      void pushLeft(int value);

      void pushRight(int value);

      Integer popLeft();

      Integer popRight();
    }

    static void check(Trial trial, Deque fresh) {
      Specification.<Deque, List<Integer>>of(() -> fresh, List.of())
          .command("pushLeft(1)", deque -> deque.pushLeft(1), list -> done(withFirst(1, list)))
          .command("pushRight(2)", deque -> deque.pushRight(2), list -> done(with(list, 2)))
          .operation("popLeft()", Deque::popLeft, Models::pollFirst)
          .operation("popRight()", Deque::popRight, Models::pollLast)
          .check(trial);
    }

    static class SynchronizedDeque implements Deque {
      final ArrayDeque<Integer> items = new ArrayDeque<>();

      public synchronized void pushLeft(int value) {
        items.addFirst(value);
      }

      public synchronized void pushRight(int value) {
        items.addLast(value);
      }

      public synchronized Integer popLeft() {
        return items.pollFirst();
      }

      public synchronized Integer popRight() {
        return items.pollLast();
      }
    }

    @Right
    static void synchronizedDeque(Trial trial) {
      check(trial, new SynchronizedDeque());
    }

    /**
     * Detlefs, Flood, Garthwaite, Martin, Shavit and Steele, "Even better DCAS-based concurrent
     * deques", DISC 2000; refuted by Doherty et al., "DCAS is not a silver bullet for nonblocking
     * algorithm design", SPAA 2004. A pop reads a hat; meanwhile others make the deque larger and
     * take that node away from the other side, so that it points to itself; and the pop says that
     * the deque is empty, although it never was.
     */
    static class Snark implements Deque {
      final Linked dummy = new Linked(null, null, null);
      final Place leftHat = new Place(dummy);
      final Place rightHat = new Place(dummy);

      static class Linked {
        final Integer value;
        final Place left;
        final Place right;

        Linked(Integer value, Linked left, Linked right) {
          this.value = value;
          this.left = new Place(left == null ? this : left);
          this.right = new Place(right == null ? this : right);
        }
      }

      /** A reference, of which two can be compared and set at once: a machine might do that. */
      static class Place {
        private Linked node;

        Place(Linked node) {
          this.node = node;
        }

        Linked get() {
          synchronized (Place.class) {
            return node;
          }
        }

        void set(Linked other) {
          synchronized (Place.class) {
            node = other;
          }
        }

        static boolean swap(
            Place one, Place two, Linked oneSeen, Linked twoSeen, Linked oneNew, Linked twoNew) {
          synchronized (Place.class) {
            boolean same = one.node == oneSeen && two.node == twoSeen;
            if (same) {
              one.node = oneNew;
              two.node = twoNew;
            }
            return same;
          }
        }
      }

      public void pushRight(int value) {
        Linked node = new Linked(value, dummy, dummy);
        while (true) {
          Linked hat = rightHat.get();
          Linked right = hat.right.get();
          if (right == hat) {
            Linked other = leftHat.get();
            if (Place.swap(rightHat, leftHat, hat, other, node, node)) {
              return;
            }
          } else {
            node.left.set(hat);
            if (Place.swap(rightHat, hat.right, hat, right, node, node)) {
              return;
            }
          }
        }
      }

      public void pushLeft(int value) {
        Linked node = new Linked(value, dummy, dummy);
        while (true) {
          Linked hat = leftHat.get();
          Linked left = hat.left.get();
          if (left == hat) {
            Linked other = rightHat.get();
            if (Place.swap(leftHat, rightHat, hat, other, node, node)) {
              return;
            }
          } else {
            node.right.set(hat);
            if (Place.swap(leftHat, hat.left, hat, left, node, node)) {
              return;
            }
          }
        }
      }

      public Integer popRight() {
        while (true) {
          Linked hat = rightHat.get();
          Linked other = leftHat.get();
          if (hat.right.get() == hat) {
            return null;
          }
          if (hat == other) {
            if (Place.swap(rightHat, leftHat, hat, other, dummy, dummy)) {
              return hat.value;
            }
          } else {
            Linked left = hat.left.get();
            if (Place.swap(rightHat, hat.left, hat, left, left, hat)) {
              hat.right.set(dummy);
              return hat.value;
            }
          }
        }
      }

      public Integer popLeft() {
        while (true) {
          Linked hat = leftHat.get();
          Linked other = rightHat.get();
          if (hat.left.get() == hat) {
            return null;
          }
          if (hat == other) {
            if (Place.swap(leftHat, rightHat, hat, other, dummy, dummy)) {
              return hat.value;
            }
          } else {
            Linked right = hat.right.get();
            if (Place.swap(leftHat, hat.right, hat, right, right, hat)) {
              hat.left.set(dummy);
              return hat.value;
            }
          }
        }
      }
    }

    @Wrong(calls = 4, rare = true)
    static void snarkDeque(Trial trial) {
      check(trial, new Snark());
    }
  }
}
