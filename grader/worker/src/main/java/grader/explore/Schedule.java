package grader.explore;

import java.util.Arrays;

/**
 * Where a trial went another way than the usual one: at which of its choices, and what was chosen
 * there instead. The usual way is that a thread runs until it blocks, then the next one in the
 * order of creation goes on, the longest waiting is notified, and there are no whims. So a schedule
 * without an entry is a schedule, too, and any two numbers make an entry that means something or
 * nothing.
 *
 * @param choices numbers of choices, rising
 * @param chosen the id of the chosen thread, or 1 for a whim
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by value below; not handed to others.
record Schedule(int[] choices, int[] chosen) {

  static final Schedule USUAL = new Schedule(new int[0], new int[0]);

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Schedule parse(String text) {
    String[] entries = text.isEmpty() ? new String[0] : text.split(" ", -1);
    int[] choices = new int[entries.length];
    int[] chosen = new int[entries.length];
    for (int i = 0; i < entries.length; i++) {
      int colon = entries[i].indexOf(':');
      choices[i] = Integer.parseInt(entries[i].substring(0, Math.max(0, colon)));
      chosen[i] = Integer.parseInt(entries[i].substring(colon + 1));
    }
    return new Schedule(choices, chosen);
  }

  int size() {
    return choices.length;
  }

  /** Without the entries from the first to before the last. */
  Schedule without(int first, int last) {
    return new Schedule(cut(choices, first, last), cut(chosen, first, last));
  }

  private static int[] cut(int[] all, int first, int last) {
    int[] rest = Arrays.copyOf(all, all.length - (last - first));
    System.arraycopy(all, last, rest, first, all.length - last);
    return rest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schedule that
        && Arrays.equals(choices, that.choices)
        && Arrays.equals(chosen, that.chosen);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(choices) + Arrays.hashCode(chosen);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < choices.length; i++) {
      text.append(i == 0 ? "" : " ").append(choices[i]).append(':').append(chosen[i]);
    }
    return text.toString();
  }
}
