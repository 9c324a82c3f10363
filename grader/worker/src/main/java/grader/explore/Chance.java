package grader.explore;

/** SplitMix64 (Steele, Lea, Flood 2014): all chance of a trial, from one seed. For one thread. */
final class Chance {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  Chance(long seed) {
    this.state = seed;
  }

  void begin(long seed) {
    state = seed;
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 to {@code bound - 1}, each as likely but for a bias below 2^-31. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  boolean oneIn(int n) {
    return below(n) == 0;
  }

  /** Spreads every bit over all others. */
  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
