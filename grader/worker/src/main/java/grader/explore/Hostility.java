package grader.explore;

/** How often whims come: in half of the trials never, in the others now and then or often. */
final class Hostility {

  private static final int[] ONE_IN = {0, 0, 0, 16, 4, 2};

  private final Chance chance;
  private int oneIn;

  Hostility(Chance chance) {
    this.chance = chance;
  }

  void begin() {
    oneIn = ONE_IN[chance.below(ONE_IN.length)];
  }

  boolean isCalm() {
    return oneIn == 0;
  }

  boolean gives() {
    return oneIn != 0 && chance.oneIn(oneIn);
  }
}
