package grader.explore;

/**
 * Which parts of a trial are done. The lower half of a trial's seed is for chance; a bit of the
 * upper half leaves out a part. So seed and schedule still say all about a trial. For one trial.
 */
final class Parts {

  private static final int MOST = 31;

  private final long seed;
  private int asked;

  Parts(long seed) {
    this.seed = seed;
  }

  /** The half of a seed that is for chance. */
  static long chance(long seed) {
    return seed & 0xffff_ffffL;
  }

  /** The seed of the same trial without this part. */
  static long without(long seed, int part) {
    return seed | bit(part);
  }

  static boolean hasPart(long seed, int part) {
    return (seed & bit(part)) == 0;
  }

  private static long bit(int part) {
    return 1L << (Integer.SIZE + part);
  }

  boolean isNextKept() {
    int part = asked++;
    return part >= MOST || hasPart(seed, part);
  }

  /** How many parts the trial has that can be left out. */
  int count() {
    return Math.min(asked, MOST);
  }
}
