package grader.explore;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;

import grader.linearize.Effect;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What usual operations do in the states of usual models. Not rewritten: no other thread sees it.
 */
public final class Models {

  private Models() {}

  /** With this at its end. */
  public static List<Integer> with(List<Integer> list, int value) {
    return Stream.concat(list.stream(), Stream.of(value)).toList();
  }

  /** With this at its beginning. */
  public static List<Integer> withFirst(int value, List<Integer> list) {
    return Stream.concat(Stream.of(value), list.stream()).toList();
  }

  /** Removes the first, or returns null if there is none. */
  public static Effect<List<Integer>> pollFirst(List<Integer> list) {
    return list.isEmpty() ? returns(null, list) : takeFirst(list);
  }

  /** Removes the first, or waits if there is none. */
  public static Effect<List<Integer>> takeFirst(List<Integer> list) {
    return list.isEmpty()
        ? waits()
        : returns(list.getFirst(), List.copyOf(list.subList(1, list.size())));
  }

  /** Removes the last, or returns null if there is none. */
  public static Effect<List<Integer>> pollLast(List<Integer> list) {
    return list.isEmpty()
        ? returns(null, list)
        : returns(list.getLast(), List.copyOf(list.subList(0, list.size() - 1)));
  }

  /** Adds it at the end, or waits if there is no room. */
  public static Effect<List<Integer>> put(List<Integer> list, int value, int capacity) {
    return list.size() < capacity ? done(with(list, value)) : waits();
  }

  public static Effect<Set<Integer>> add(Set<Integer> set, int value) {
    Set<Integer> larger = new HashSet<>(set);
    return returns(larger.add(value), Set.copyOf(larger));
  }

  public static Effect<Set<Integer>> remove(Set<Integer> set, int value) {
    Set<Integer> smaller = new HashSet<>(set);
    return returns(smaller.remove(value), Set.copyOf(smaller));
  }

  public static Effect<Set<Integer>> contains(Set<Integer> set, int value) {
    return returns(set.contains(value), set);
  }

  /** Whether an iteration may have met these while the set went through these states. */
  public static boolean isWeaklyConsistent(List<Set<Integer>> states, @Nullable Object met) {
    Set<Integer> always = new HashSet<>(states.getFirst());
    states.forEach(always::retainAll);
    return met instanceof Collection<?> all
        && new HashSet<>(all).size() == all.size()
        && all.containsAll(always)
        && all.stream().allMatch(one -> states.stream().anyMatch(state -> state.contains(one)));
  }

  /** Puts it if nothing is there, and returns what was there before. */
  public static Effect<Map<Integer, Integer>> put(Map<Integer, Integer> map, int key, int value) {
    Map<Integer, Integer> larger = new HashMap<>(map);
    return returns(larger.putIfAbsent(key, value), Map.copyOf(larger));
  }

  /** Removes it, and returns what was there before. */
  public static Effect<Map<Integer, Integer>> take(Map<Integer, Integer> map, int key) {
    Map<Integer, Integer> smaller = new HashMap<>(map);
    return returns(smaller.remove(key), Map.copyOf(smaller));
  }

  /** What is there for one and for two. */
  public static Effect<Map<Integer, Integer>> bothOf(Map<Integer, Integer> map) {
    return returns(Arrays.asList(map.get(1), map.get(2)), map);
  }

  /** Whether it is the number of even keys at some moment and of odd keys not before that. */
  public static boolean isSumOfTwoLooks(List<Map<Integer, Integer>> states, @Nullable Object sum) {
    for (int first = 0; first < states.size(); first++) {
      long even = states.get(first).keySet().stream().filter(key -> key % 2 == 0).count();
      for (Map<Integer, Integer> later : states.subList(first, states.size())) {
        long odd = later.keySet().stream().filter(key -> key % 2 == 1).count();
        if (Objects.equals(sum, (int) (even + odd))) {
          return true;
        }
      }
    }
    return false;
  }
}
