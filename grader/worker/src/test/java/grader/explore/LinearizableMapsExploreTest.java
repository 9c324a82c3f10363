package grader.explore;

import static grader.linearize.Effect.returns;

import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Maps from number to number; what is put first under a number stays there until it is removed. */
class LinearizableMapsExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    interface Table {
      /** What was there before, or null. */
      Integer putIfAbsent(int key, int value);

      Integer remove(int key);

      Integer get(int key);
    }

    static Specification<Table, Map<Integer, Integer>> map(Table fresh) {
      return Specification.<Table, Map<Integer, Integer>>of(() -> fresh, Map.of())
          .operation(
              "putIfAbsent(1, 7)", map -> map.putIfAbsent(1, 7), all -> Models.put(all, 1, 7))
          .operation(
              "putIfAbsent(1, 8)", map -> map.putIfAbsent(1, 8), all -> Models.put(all, 1, 8))
          .operation(
              "putIfAbsent(2, 7)", map -> map.putIfAbsent(2, 7), all -> Models.put(all, 2, 7))
          .operation("remove(1)", map -> map.remove(1), all -> Models.take(all, 1))
          .operation("remove(2)", map -> map.remove(2), all -> Models.take(all, 2))
          .operation("get(1)", map -> map.get(1), all -> returns(all.get(1), all));
    }

    static class Plain implements Table {
      final Map<Integer, Integer> entries = new HashMap<>();

      public Integer putIfAbsent(int key, int value) {
        return entries.putIfAbsent(key, value);
      }

      public Integer remove(int key) {
        return entries.remove(key);
      }

      public Integer get(int key) {
        return entries.get(key);
      }
    }

    static class Striped implements Table {
      final Plain[] tables = {new Plain(), new Plain()};
      final ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock()};

      public Integer putIfAbsent(int key, int value) {
        locks[key % 2].lock();
        try {
          return tables[key % 2].putIfAbsent(key, value);
        } finally {
          locks[key % 2].unlock();
        }
      }

      public Integer remove(int key) {
        locks[key % 2].lock();
        try {
          return tables[key % 2].remove(key);
        } finally {
          locks[key % 2].unlock();
        }
      }

      public Integer get(int key) {
        locks[key % 2].lock();
        try {
          return tables[key % 2].get(key);
        } finally {
          locks[key % 2].unlock();
        }
      }

      int size() {
        for (ReentrantLock lock : locks) {
          lock.lock();
        }
        int size = tables[0].entries.size() + tables[1].entries.size();
        for (ReentrantLock lock : locks) {
          lock.unlock();
        }
        return size;
      }

      int sizeOneByOne() {
        int size = 0;
        for (int i = 0; i < 2; i++) {
          locks[i].lock();
          size += tables[i].entries.size();
          locks[i].unlock();
        }
        return size;
      }
    }

    /** One is in it; two may come, and one may go. */
    static Specification<Striped, Map<Integer, Integer>> striped() {
      Striped fresh = new Striped();
      fresh.putIfAbsent(1, 7);
      return Specification.<Striped, Map<Integer, Integer>>of(() -> fresh, Map.of(1, 7))
          .operation(
              "putIfAbsent(2, 7)", map -> map.putIfAbsent(2, 7), all -> Models.put(all, 2, 7))
          .operation("remove(1)", map -> map.remove(1), all -> Models.take(all, 1));
    }

    @Right
    static void stripedMap(Trial trial) {
      map(new Striped()).check(trial);
    }

    @Right
    static void stripedMapThatLocksAllToCount(Trial trial) {
      striped().operation("size()", Striped::size, all -> returns(all.size(), all)).check(trial);
    }

    /** It has not seen the one that came, and not the other, which went after that. */
    @Wrong(calls = 3)
    static void stripedMapThatCountsOneByOne(Trial trial) {
      striped()
          .operation("size()", Striped::sizeOneByOne, all -> returns(all.size(), all))
          .check(trial);
    }

    /**
     * As an estimate it is right: each stripe had this size, the first not later than the second.
     */
    @Right
    static void stripedMapThatEstimates(Trial trial) {
      striped().looking("size()", Striped::sizeOneByOne, Models::isSumOfTwoLooks).check(trial);
    }

    static class ReadAndWrite extends Plain {
      final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

      @Override
      public Integer putIfAbsent(int key, int value) {
        lock.writeLock().lock();
        try {
          return super.putIfAbsent(key, value);
        } finally {
          lock.writeLock().unlock();
        }
      }

      @Override
      public Integer remove(int key) {
        lock.writeLock().lock();
        try {
          return super.remove(key);
        } finally {
          lock.writeLock().unlock();
        }
      }

      @Override
      public Integer get(int key) {
        lock.readLock().lock();
        try {
          return super.get(key);
        } finally {
          lock.readLock().unlock();
        }
      }
    }

    @Right
    static void mapWithReadWriteLock(Trial trial) {
      map(new ReadAndWrite()).check(trial);
    }

    /** Looks with the read lock, and believes it with the write lock. */
    static class Upgrading extends ReadAndWrite {
      @Override
      public Integer putIfAbsent(int key, int value) {
        Integer there = get(key);
        if (there == null) {
          lock.writeLock().lock();
          try {
            entries.put(key, value);
          } finally {
            lock.writeLock().unlock();
          }
        }
        return there;
      }
    }

    @Wrong(calls = 2)
    static void mapThatUpgradesWithoutLookingAgain(Trial trial) {
      map(new Upgrading()).check(trial);
    }

    static class LooksAgain extends ReadAndWrite {
      @Override
      public Integer putIfAbsent(int key, int value) {
        Integer there = get(key);
        return there == null ? super.putIfAbsent(key, value) : there;
      }
    }

    @Right
    static void mapThatUpgradesAndLooksAgain(Trial trial) {
      map(new LooksAgain()).check(trial);
    }

    /** Reads without lock, and asks afterwards whether somebody wrote meanwhile. */
    static class Stamped implements Table {
      final StampedLock lock = new StampedLock();
      volatile Integer first;
      volatile Integer second;

      public Integer putIfAbsent(int key, int value) {
        long stamp = lock.writeLock();
        Integer there = look(key);
        if (there == null) {
          set(key, value);
        }
        lock.unlockWrite(stamp);
        return there;
      }

      public Integer remove(int key) {
        long stamp = lock.writeLock();
        Integer there = look(key);
        set(key, null);
        lock.unlockWrite(stamp);
        return there;
      }

      public Integer get(int key) {
        return look(key);
      }

      private Integer look(int key) {
        return key == 1 ? first : second;
      }

      private void set(int key, Integer value) {
        if (key == 1) {
          first = value;
        } else {
          second = value;
        }
      }

      List<Integer> both() {
        while (true) {
          long stamp = lock.tryOptimisticRead();
          List<Integer> both = bothAsTheyAre();
          if (lock.validate(stamp)) {
            return both;
          }
        }
      }

      List<Integer> bothAsTheyAre() {
        List<Integer> both = new ArrayList<>();
        both.add(first);
        both.add(second);
        return both;
      }
    }

    @Right
    static void mapReadOptimistically(Trial trial) {
      Stamped fresh = new Stamped();
      map(fresh).operation("both()", map -> fresh.both(), Models::bothOf).check(trial);
    }

    @Wrong(calls = 3)
    static void mapReadOptimisticallyWithoutValidation(Trial trial) {
      Stamped fresh = new Stamped();
      map(fresh).operation("both()", map -> fresh.bothAsTheyAre(), Models::bothOf).check(trial);
    }

    static class OfTheJdk implements Table {
      final ConcurrentHashMap<Integer, Integer> entries = new ConcurrentHashMap<>();

      public Integer putIfAbsent(int key, int value) {
        return entries.putIfAbsent(key, value);
      }

      public Integer remove(int key) {
        return entries.remove(key);
      }

      public Integer get(int key) {
        return entries.get(key);
      }

      List<Integer> keys() {
        List<Integer> keys = new ArrayList<>();
        for (int key : entries.keySet()) {
          keys.add(key);
        }
        return keys;
      }
    }

    @Right
    static void mapOfTheJdkWithItsIteration(Trial trial) {
      OfTheJdk fresh = new OfTheJdk();
      map(fresh)
          .looking(
              "keys()",
              map -> fresh.keys(),
              (states, met) ->
                  Models.isWeaklyConsistent(states.stream().map(Map::keySet).toList(), met))
          .check(trial);
    }

    /** An iteration is no snapshot: it meets one that goes, and then one that comes after that. */
    @Wrong(calls = 3)
    static void mapOfTheJdkIteratedAsIfAtOneMoment(Trial trial) {
      OfTheJdk fresh = new OfTheJdk();
      fresh.putIfAbsent(1, 7);
      Specification.<OfTheJdk, Map<Integer, Integer>>of(() -> fresh, Map.of(1, 7))
          .operation(
              "putIfAbsent(2, 7)", map -> map.putIfAbsent(2, 7), all -> Models.put(all, 2, 7))
          .operation("remove(1)", map -> map.remove(1), all -> Models.take(all, 1))
          .operation("keys()", map -> Set.copyOf(map.keys()), all -> returns(all.keySet(), all))
          .check(trial);
    }
  }
}
