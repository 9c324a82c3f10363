package grader.explore;

import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sets with a lock, sets that are copied, and a set of the JDK. */
class LinearizableSetsExploreTest extends Linearizability {

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

    static class Synchronized implements Numbers {
      final Set<Integer> values = new HashSet<>();

      public synchronized boolean add(int value) {
        return values.add(value);
      }

      public synchronized boolean remove(int value) {
        return values.remove(value);
      }

      public synchronized boolean contains(int value) {
        return values.contains(value);
      }
    }

    @Right
    static void synchronizedSet(Trial trial) {
      set(new Synchronized()).check(trial);
    }

    @Wrong(calls = 2)
    static void setThatChecksThenActs(Trial trial) {
      set(new Synchronized() {
            @Override
            public boolean add(int value) {
              if (contains(value)) {
                return false;
              }
              super.add(value);
              return true;
            }
          })
          .check(trial);
    }

    static class CopiedWhenWritten implements Numbers {
      final CopyOnWriteArrayList<Integer> values = new CopyOnWriteArrayList<>();

      public boolean add(int value) {
        return values.addIfAbsent(value);
      }

      public boolean remove(int value) {
        return values.remove((Integer) value);
      }

      public boolean contains(int value) {
        return values.contains(value);
      }
    }

    @Right
    static void setCopiedWhenWritten(Trial trial) {
      set(new CopiedWhenWritten()).check(trial);
    }

    static class CopiedByHand implements Numbers {
      volatile Set<Integer> values = Set.of();

      public boolean add(int value) {
        Set<Integer> larger = new HashSet<>(values);
        boolean added = larger.add(value);
        values = larger;
        return added;
      }

      public boolean remove(int value) {
        Set<Integer> smaller = new HashSet<>(values);
        boolean removed = smaller.remove(value);
        values = smaller;
        return removed;
      }

      public boolean contains(int value) {
        return values.contains(value);
      }
    }

    @Wrong(calls = 2)
    static void setCopiedWithoutLock(Trial trial) {
      set(new CopiedByHand()).check(trial);
    }

    static class Skipping implements Numbers {
      final ConcurrentSkipListSet<Integer> values = new ConcurrentSkipListSet<>();

      public boolean add(int value) {
        return values.add(value);
      }

      public boolean remove(int value) {
        return values.remove(value);
      }

      public boolean contains(int value) {
        return values.contains(value);
      }

      List<Integer> met() {
        List<Integer> met = new ArrayList<>();
        for (int value : values) {
          met.add(value);
        }
        return met;
      }
    }

    @Right
    static void iterationThatIsWeaklyConsistent(Trial trial) {
      Skipping fresh = new Skipping();
      set(fresh).looking("met()", set -> fresh.met(), Models::isWeaklyConsistent).check(trial);
    }
  }
}
