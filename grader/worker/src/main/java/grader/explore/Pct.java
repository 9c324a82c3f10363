package grader.explore;

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010): the
 * ready thread of highest priority runs; at a few random steps its priority drops below all others.
 * A thread that gives way drops, too, so that spinning ends.
 */
final class Pct implements Policy {

  private final Chance chance = new Chance(0);
  private final Hostility hostility = new Hostility(chance);
  private final int[] changes;
  private int step;
  private long lowest;

  /**
   * @param depth one more than the number of steps at which priorities change
   */
  Pct(int depth) {
    this.changes = new int[depth - 1];
  }

  /** At how many steps of a trial priorities change, at most. */
  int changes() {
    return changes.length;
  }

  /** Whether this trial has no whims, whatever happens in it. */
  boolean isCalm() {
    return hostility.isCalm();
  }

  @Override
  public String name() {
    return "PCT " + (changes.length + 1);
  }

  @Override
  public void begin(long seed, int length) {
    chance.begin(seed);
    hostility.begin();
    step = 0;
    lowest = 0;
    for (int i = 0; i < changes.length; i++) {
      changes[i] = 1 + chance.below(Math.max(1, length));
    }
  }

  @Override
  public Task atPoint(Task running, Task[] ready, int count) {
    step++;
    for (int change : changes) {
      if (change == step) {
        running.priority = --lowest;
      }
    }
    return highest(ready, count);
  }

  @Override
  public Task next(Task[] ready, int count, Task usual) {
    return highest(ready, count);
  }

  @Override
  public void gaveWay(Task task) {
    task.priority = --lowest;
  }

  @Override
  public Task wake(Task[] waiting, int count) {
    return waiting[chance.below(count)];
  }

  @Override
  public boolean gives(Whim whim) {
    return hostility.gives();
  }

  private Task highest(Task[] ready, int count) {
    Task best = ready[0];
    for (int i = 0; i < count; i++) {
      Task one = ready[i];
      if (one.priority == 0) {
        one.priority = 1 + (chance.next() >>> 2);
      }
      if (one.priority > best.priority) {
        best = one;
      }
    }
    return best;
  }
}
