package grader.explore;

import java.util.Arrays;

/** Counts the choices of a trial and keeps those that went another way than the usual one. */
final class Choices {

  private int[] at = new int[64];
  private int[] chosen = new int[64];
  private int size;
  private int number;

  Choices() {}

  void begin() {
    size = 0;
    number = 0;
  }

  /** The number of the choice that is being made. */
  int number() {
    return number;
  }

  /** A choice is being made. */
  void next() {
    number++;
  }

  /** It went another way. */
  void differs(int choice) {
    if (size == at.length) {
      at = Arrays.copyOf(at, 2 * size);
      chosen = Arrays.copyOf(chosen, 2 * size);
    }
    at[size] = number;
    chosen[size++] = choice;
  }

  Schedule schedule() {
    return new Schedule(Arrays.copyOf(at, size), Arrays.copyOf(chosen, size));
  }
}
