package grader.linearize;

import java.util.List;

/** Which calls must come before which in the order that explains a history. */
public enum Consistency {
  /**
   * A call that ended before another began comes first (Herlihy and Wing, TOPLAS 1990). What people
   * mean by thread-safe.
   */
  LINEARIZABLE("one at a time") {
    @Override
    boolean orders(Entry<?> first, Entry<?> second, List<? extends Entry<?>> all) {
      return first.end() < second.begin();
    }
  },
  /** Only the calls of one thread keep their order (Lamport 1979). */
  SEQUENTIALLY_CONSISTENT("one at a time, each thread's own in their order") {
    @Override
    boolean orders(Entry<?> first, Entry<?> second, List<? extends Entry<?>> all) {
      return first.thread().equals(second.thread()) && first.end() < second.begin();
    }
  },
  /**
   * Calls keep their order when there was a moment between them at which no call was under way
   * (Aspnes, Herlihy and Shavit, JACM 1994).
   */
  QUIESCENTLY_CONSISTENT("one at a time, with those before a quiet moment before those after it") {
    @Override
    boolean orders(Entry<?> first, Entry<?> second, List<? extends Entry<?>> all) {
      return first.end() < second.begin()
          && all.stream().anyMatch(last -> isQuietAfter(last.end(), first, second, all));
    }
  };

  private final String words;

  Consistency(String words) {
    this.words = words;
  }

  /** Whether the first must come before the second. */
  abstract boolean orders(Entry<?> first, Entry<?> second, List<? extends Entry<?>> all);

  /** What kind of order is looked for. */
  String words() {
    return words;
  }

  private static boolean isQuietAfter(
      int moment, Entry<?> first, Entry<?> second, List<? extends Entry<?>> all) {
    return first.end() <= moment
        && moment < second.begin()
        && all.stream().noneMatch(one -> one.begin() < moment && moment < one.end());
  }
}
