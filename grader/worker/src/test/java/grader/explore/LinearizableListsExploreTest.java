package grader.explore;

import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.Set;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.locks.ReentrantLock;

/** Sets that are sorted lists; their names are those of Herlihy and Shavit's book. */
class LinearizableListsExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    interface Numbers {
      boolean add(int value);

      boolean remove(int value);

      boolean contains(int value);
    }

    static Specification<Numbers, Set<Integer>> set(Numbers fresh) {
      return Specification.<Numbers, Set<Integer>>of(() -> fresh, Set.of())
          .operation("add(1)", set -> set.add(1), values -> Models.add(values, 1))
          .operation("add(2)", set -> set.add(2), values -> Models.add(values, 2))
          .operation("remove(1)", set -> set.remove(1), values -> Models.remove(values, 1))
          .operation("remove(2)", set -> set.remove(2), values -> Models.remove(values, 2))
          .operation("contains(1)", set -> set.contains(1), values -> Models.contains(values, 1))
          .afterwards("contains(1)", set -> set.contains(1), values -> Models.contains(values, 1))
          .afterwards("contains(2)", set -> set.contains(2), values -> Models.contains(values, 2));
    }

    static class Node {
      final int value;
      volatile Node next;
      volatile boolean marked;
      final ReentrantLock lock = new ReentrantLock();

      Node(int value, Node next) {
        this.value = value;
        this.next = next;
      }
    }

    /**
     * Two neighbours are locked, then looked at again. Lazy: Heller, Herlihy, Luchangco, Moir,
     * Scherer and Shavit, "A lazy concurrent list-based set algorithm", OPODIS 2005.
     */
    static class Lazy implements Numbers {
      final Node head = new Node(Integer.MIN_VALUE, new Node(Integer.MAX_VALUE, null));

      boolean isValid(Node before, Node node) {
        return !before.marked && !node.marked && before.next == node;
      }

      void mark(Node node) {
        node.marked = true;
      }

      Node before(int value) {
        while (true) {
          Node before = head;
          Node node = before.next;
          while (node.value < value) {
            before = node;
            node = node.next;
          }
          before.lock.lock();
          node.lock.lock();
          if (isValid(before, node)) {
            return before;
          }
          unlock(before, node);
        }
      }

      void unlock(Node before, Node node) {
        before.lock.unlock();
        node.lock.unlock();
      }

      public boolean add(int value) {
        Node before = before(value);
        Node node = before.next;
        boolean isNew = node.value != value;
        if (isNew) {
          before.next = new Node(value, node);
        }
        unlock(before, node);
        return isNew;
      }

      public boolean remove(int value) {
        Node before = before(value);
        Node node = before.next;
        boolean isThere = node.value == value;
        if (isThere) {
          mark(node);
          before.next = node.next;
        }
        unlock(before, node);
        return isThere;
      }

      public boolean contains(int value) {
        Node node = head;
        while (node.value < value) {
          node = node.next;
        }
        return node.value == value && !node.marked;
      }
    }

    @Right
    static void lazyList(Trial trial) {
      set(new Lazy()).check(trial);
    }

    /**
     * It walks as far as it can in two looks at one link: the node behind may be the last by now.
     */
    static class LooksTwice extends Lazy {
      @Override
      Node before(int value) {
        while (true) {
          Node before = head;
          while (before.next.value < value) {
            before = before.next;
          }
          Node node = before.next;
          before.lock.lock();
          node.lock.lock();
          if (isValid(before, node)) {
            return before;
          }
          unlock(before, node);
        }
      }
    }

    @Wrong(calls = 3)
    static void lazyListThatReadsALinkTwice(Trial trial) {
      set(new LooksTwice()).check(trial);
    }

    /** A removed node stays as it is: others insert behind it, and that is lost. */
    static class Unmarked extends Lazy {
      @Override
      void mark(Node node) {}

      @Override
      boolean isValid(Node before, Node node) {
        return before.next == node;
      }
    }

    @Wrong(calls = 3)
    static void lazyListWithoutMarks(Trial trial) {
      set(new Unmarked()).check(trial);
    }

    /** Validates by another walk from the head. */
    static class Optimistic extends Unmarked {
      @Override
      boolean isValid(Node before, Node node) {
        Node reached = head;
        while (reached.value < before.value) {
          reached = reached.next;
        }
        return reached == before && before.next == node;
      }

      @Override
      public boolean contains(int value) {
        Node before = before(value);
        Node node = before.next;
        unlock(before, node);
        return node.value == value;
      }
    }

    @Right
    static void optimisticList(Trial trial) {
      set(new Optimistic()).check(trial);
    }

    /** Nobody looks again: between the walk and the lock there was time for another insertion. */
    static class Hasty extends Unmarked {
      @Override
      public boolean add(int value) {
        Node before = head;
        for (Node next = before.next; next.value < value; next = next.next) {
          before = next;
        }
        before.lock.lock();
        Node node = before.next;
        boolean isNew = node.value != value;
        if (isNew) {
          before.next = new Node(value, node);
        }
        before.lock.unlock();
        return isNew;
      }
    }

    @Wrong(calls = 2)
    static void optimisticListThatDoesNotLookAgain(Trial trial) {
      set(new Hasty()).check(trial);
    }

    /**
     * Harris, DISC 2001, and Michael, SPAA 2002: a removed node is marked in the same word that
     * links it, and whoever passes by unlinks it.
     */
    static class HarrisMichael implements Numbers {
      static class Linked {
        final int value;
        final AtomicMarkableReference<Linked> next;

        Linked(int value, Linked next) {
          this.value = value;
          this.next = new AtomicMarkableReference<>(next, false);
        }
      }

      record Window(Linked before, Linked node) {}

      final Linked head = new Linked(Integer.MIN_VALUE, new Linked(Integer.MAX_VALUE, null));

      Window find(int value) {
        while (true) {
          Window found = tryFind(value);
          if (found != null) {
            return found;
          }
        }
      }

      private Window tryFind(int value) {
        boolean[] marked = {false};
        Linked before = head;
        Linked node = before.next.getReference();
        while (true) {
          Linked next = node.next.get(marked);
          while (marked[0]) {
            if (!before.next.compareAndSet(node, next, false, false)) {
              return null;
            }
            node = next;
            next = node.next.get(marked);
          }
          if (node.value >= value) {
            return new Window(before, node);
          }
          before = node;
          node = next;
        }
      }

      public boolean add(int value) {
        while (true) {
          Window at = find(value);
          if (at.node.value == value) {
            return false;
          }
          if (at.before.next.compareAndSet(at.node, new Linked(value, at.node), false, false)) {
            return true;
          }
        }
      }

      public boolean remove(int value) {
        while (true) {
          Window at = find(value);
          if (at.node.value != value) {
            return false;
          }
          Linked next = at.node.next.getReference();
          if (mark(at.node, next)) {
            at.before.next.compareAndSet(at.node, next, false, false);
            return true;
          }
        }
      }

      boolean mark(Linked node, Linked next) {
        return node.next.compareAndSet(next, next, false, true);
      }

      public boolean contains(int value) {
        boolean[] marked = {false};
        Linked node = head;
        while (node.value < value) {
          node = node.next.getReference();
        }
        node.next.get(marked);
        return node.value == value && !marked[0];
      }
    }

    @Right
    static void harrisMichaelList(Trial trial) {
      set(new HarrisMichael()).check(trial);
    }

    /** A mark that is attempted once more succeeds once more: two threads remove one number. */
    @Wrong(calls = 3)
    static void harrisMichaelListThatMarksWhatIsMarked(Trial trial) {
      set(new HarrisMichael() {
            @Override
            boolean mark(Linked node, Linked next) {
              return node.next.attemptMark(next, true);
            }
          })
          .check(trial);
    }
  }
}
