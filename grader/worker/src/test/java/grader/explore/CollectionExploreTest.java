package grader.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collections, with functions of ours called while the collection holds a lock. */
class CollectionExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    static class Cell {
      volatile int value;
    }

    @Allowed(
        value = "2 1",
        by =
            "ConcurrentHashMap.compute: the entire method invocation is performed atomically, the function is invoked once")
    static Object compute() throws Throwable {
      Map<String, Integer> map = new ConcurrentHashMap<>();
      return both(map, 0);
    }

    @Allowed(value = "2 1", by = "ConcurrentHashMap: two keys in one bin wait for each other")
    static Object computeInOneBin() throws Throwable {
      Map<Bad, Integer> map = new ConcurrentHashMap<>();
      Bad a = new Bad();
      Bad b = new Bad();
      Cell inside = new Cell();
      Cell most = new Cell();
      Together.run(
          () -> map.compute(a, (k, v) -> slow(v, inside, most)),
          () -> map.compute(b, (k, v) -> slow(v, inside, most)));
      return map.size() + " " + most.value;
    }

    static class Bad {
      @Override
      public int hashCode() {
        return 1;
      }
    }

    @Allowed(value = "2 1", by = "Collections.synchronizedMap: serial access; compute on the mutex")
    static Object synchronizedMap() throws Throwable {
      return both(Collections.synchronizedMap(new HashMap<>()), 0);
    }

    @Allowed(value = "2 1", by = "Hashtable is synchronized: compute as a whole")
    static Object hashtable() throws Throwable {
      return both(new Hashtable<>(), 0);
    }

    private static Object both(Map<String, Integer> map, int start) throws Throwable {
      Cell inside = new Cell();
      Cell most = new Cell();
      map.put("k", start);
      Together.run(
          () -> map.compute("k", (k, v) -> slow(v, inside, most)),
          () -> map.computeIfPresent("k", (k, v) -> slow(v, inside, most)));
      return map.get("k") + " " + most.value;
    }

    private static int slow(Integer old, Cell inside, Cell most) {
      int now = ++inside.value;
      most.value = Math.max(most.value, now);
      Thread.yield();
      inside.value--;
      return old == null ? 1 : old + 1;
    }

    @Allowed(
        value = "1",
        by =
            "ConcurrentHashMap.computeIfAbsent: the function is invoked exactly once per invocation if the key is absent, else not at all")
    static Object computeIfAbsent() throws Throwable {
      ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
      Cell calls = new Cell();
      Together.run(
          () -> map.computeIfAbsent("k", k -> ++calls.value),
          () -> map.computeIfAbsent("k", k -> ++calls.value),
          () -> map.get("k"));
      return calls.value;
    }

    @Allowed(
        value = {"1", "2"},
        by = "ConcurrentHashMap: get then put is not atomic")
    static Object getThenPut() throws Throwable {
      Map<String, Integer> map = new ConcurrentHashMap<>(Map.of("k", 0));
      Together.run(() -> map.put("k", map.get("k") + 1), () -> map.put("k", map.get("k") + 1));
      return map.get("k");
    }

    @Allowed(value = "3", by = "ConcurrentHashMap.merge: atomically")
    static Object merge() throws Throwable {
      Map<String, Integer> map = new ConcurrentHashMap<>();
      Cell steps = new Cell();
      Together.run(
          () ->
              map.merge(
                  "k",
                  1,
                  (a, b) -> {
                    steps.value++;
                    return a + b;
                  }),
          () ->
              map.merge(
                  "k",
                  1,
                  (a, b) -> {
                    steps.value++;
                    return a + b;
                  }),
          () -> map.merge("k", 1, Integer::sum));
      return map.get("k");
    }

    @Allowed(value = "40", by = "ConcurrentHashMap: resizing loses nothing")
    static Object resizing() throws Throwable {
      Map<Integer, Integer> map = new ConcurrentHashMap<>(1);
      Together.run(
          () -> {
            for (int i = 0; i < 20; i++) map.put(i, i);
          },
          () -> {
            for (int i = 20; i < 40; i++)
              map.computeIfAbsent(
                  i,
                  k -> {
                    Thread.yield();
                    return k;
                  });
          });
      return map.size();
    }

    @Allowed(
        value = {"2"},
        by = "Vector.add is synchronized")
    static Object vector() throws Throwable {
      List<Integer> list = new Vector<>();
      Together.run(() -> list.add(1), () -> list.add(2));
      return list.size();
    }

    @Allowed(
        value = {"2 2"},
        by = "Vector.forEach and replaceAll are synchronized: no add comes between")
    static Object vectorWithFunctions() throws Throwable {
      Vector<Integer> list = new Vector<>(List.of(1));
      Cell seen = new Cell();
      Together.run(
          () ->
              list.replaceAll(x -> {
                seen.value++;
                return x + 1;
              }),
          () ->
              list.forEach(x -> {
                seen.value++;
              }));
      return list.get(0) + " " + seen.value;
    }

    @Allowed(
        value = {"2"},
        by = "Collections.synchronizedList: iteration must be synchronized by the user")
    static Object synchronizedList() throws Throwable {
      List<Integer> list = Collections.synchronizedList(new ArrayList<>());
      Together.run(
          () -> {
            list.add(1);
            synchronized (list) {
              for (int x : list) {
                Thread.yield();
              }
            }
          },
          () -> list.add(2));
      return list.size();
    }

    @Allowed(
        value = {"done", "ConcurrentModificationException"},
        by = "ArrayList: fail-fast iterators, on a best-effort basis")
    static Object failFast() throws Throwable {
      List<Integer> list = new ArrayList<>(List.of(1, 2));
      Together.run(
          () -> {
            for (int x : list) {
              Thread.yield();
            }
          },
          () -> list.add(3));
      return "done";
    }

    @Allowed(
        value = {"[1, 2]", "[1, 2, 3]"},
        by = "CopyOnWriteArrayList: an iterator sees the list as it was when it was made")
    static Object copyOnWrite() throws Throwable {
      CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2));
      List<Integer> seen = new ArrayList<>();
      Together.run(
          () -> {
            for (int x : list) {
              Thread.yield();
              seen.add(x);
            }
          },
          () -> list.add(3));
      return seen.toString();
    }

    @Allowed(
        value = "[2, 3]",
        by = "CopyOnWriteArrayList.replaceAll holds its lock while it calls the function")
    static Object copyOnWriteReplaces() throws Throwable {
      CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>(List.of(0, 1));
      Together.run(
          () ->
              list.replaceAll(x -> {
                Thread.yield();
                return x + 1;
              }),
          () ->
              list.replaceAll(x -> {
                Thread.yield();
                return x + 1;
              }));
      return list.toString();
    }

    @Allowed(value = "{a=1, b=2}", by = "ConcurrentSkipListMap: sorted")
    static Object skipList() throws Throwable {
      Map<String, Integer> map = new ConcurrentSkipListMap<>();
      Together.run(() -> map.put("b", 2), () -> map.put("a", 1));
      return map.toString();
    }

    @Allowed(
        value = {"12", "21"},
        by = "ConcurrentLinkedQueue")
    static Object linkedQueue() throws Throwable {
      ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
      Together.run(() -> queue.add(1), () -> queue.add(2));
      return "" + queue.poll() + queue.poll();
    }

    @Allowed(
        value = {"ab", "ba"},
        by = "StringBuffer is synchronized")
    static Object buffer() throws Throwable {
      StringBuffer buffer = new StringBuffer();
      Together.run(() -> buffer.append(new Slow("a")), () -> buffer.append(new Slow("b")));
      return buffer.toString();
    }

    static class Slow {
      String text;

      Slow(String text) {
        this.text = text;
      }

      @Override
      public String toString() {
        Thread.yield();
        return text;
      }
    }

    @Allowed(
        value = {"false", "Escaped"},
        plain = false,
        all = false,
        by =
            "ours: to block inside a synchronized method of the JDK cannot be controlled, and is noticed")
    static Object blocksInHashtable() throws Throwable {
      Hashtable<String, Integer> table = new Hashtable<>();
      Object lock = new Object();
      Together.run(
          () ->
              table.computeIfAbsent(
                  "k",
                  k -> {
                    synchronized (lock) {
                      return 1;
                    }
                  }),
          () -> {
            synchronized (lock) {
              table.get("k");
            }
          });
      return table.isEmpty();
    }
  }
}
