package grader.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody who plays the scheduler has chosen.
 *
 * @param thread number of the thread that goes on
 * @param further whether it goes on until it cannot; otherwise it takes one step
 */
public record Turn(int thread, boolean further) {

  /** A schedule in a job that begins with this word has been played as far as it says. */
  private static final String PLAYED = "played";

  /** Whether this is a schedule that has been played. */
  public static boolean arePlayed(String schedule) {
    return schedule.startsWith(PLAYED);
  }

  /** These, in this order, as a schedule. */
  public static String schedule(List<Turn> turns) {
    return PLAYED + turns.stream().map(turn -> " " + turn).collect(Collectors.joining());
  }

  /**
   * Reads what {@link #schedule} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static List<Turn> parse(String schedule) {
    return Arrays.stream(schedule.split(" ")).skip(1).map(Turn::one).toList();
  }

  private static Turn one(String text) {
    return new Turn(Integer.parseInt(text.replaceFirst("!$", "")), text.endsWith("!"));
  }

  @Override
  public String toString() {
    return thread + (further ? "!" : "");
  }
}
