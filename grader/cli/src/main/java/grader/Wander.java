package grader;

import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Draws schedules: exceptions to the usual way, some of which may mean nothing. */
final class Wander {

  private static final int ENTRIES = 60;
  private static final int FARTHEST = 5;
  private static final int MOST_THREADS = 4;

  private Wander() {}

  /** The same schedule for the same seed, as the engine writes it. */
  static String schedule(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringJoiner schedule = new StringJoiner(" ");
    int choice = 0;
    for (int i = 0; i < ENTRIES; i++) {
      choice += 1 + random.nextInt(FARTHEST);
      schedule.add(choice + ":" + random.nextInt(MOST_THREADS));
    }
    return schedule.toString();
  }
}
