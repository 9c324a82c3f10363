package grader.explore;

/**
 * At each step the running thread is left with a probability that is drawn anew for every trial,
 * from one half to one in thirty-two: short and long runs of one thread both happen.
 */
final class RandomWalk implements Policy {

  private static final int MOST_STICKY = 5;

  private final Chance chance = new Chance(0);
  private final Hostility hostility = new Hostility(chance);
  private final int number;
  private int oneIn;

  RandomWalk() {
    this(0);
  }

  /** One of many that take different ways for the same seed. */
  RandomWalk(int number) {
    this.number = number;
  }

  @Override
  public String name() {
    return "random walk";
  }

  @Override
  public void begin(long seed, int length) {
    chance.begin(number == 0 ? seed : Chance.mix(seed + number));
    hostility.begin();
    oneIn = 2 << chance.below(MOST_STICKY);
  }

  @Override
  public Task atPoint(Task running, Task[] ready, int count) {
    if (!chance.oneIn(oneIn)) {
      return running;
    }
    return ready[chance.below(count)];
  }

  @Override
  public Task next(Task[] ready, int count, Task usual) {
    return ready[chance.below(count)];
  }

  @Override
  public Task wake(Task[] waiting, int count) {
    return waiting[chance.below(count)];
  }

  @Override
  public boolean gives(Whim whim) {
    return hostility.gives();
  }
}
