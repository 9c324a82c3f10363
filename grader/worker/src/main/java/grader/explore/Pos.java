package grader.explore;

import grader.instrument.Site;

/**
 * Partial-order sampling (Yuan, Yang, Gu, CAV 2018): every pending step has a random priority, the
 * highest is taken, and the pending steps that race with it draw anew. So each order of racing
 * steps has a fair chance, however many other steps there are.
 */
final class Pos implements Policy {

  private static final long LOWEST = 1;

  private final Chance chance = new Chance(0);
  private final Hostility hostility = new Hostility(chance);
  private final Steps steps;

  /** Tells reads from writes. */
  interface Steps {
    Site at(int site);
  }

  Pos(Steps steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "POS";
  }

  @Override
  public void begin(long seed, int length) {
    chance.begin(seed);
    hostility.begin();
  }

  @Override
  public Task atPoint(Task running, Task[] ready, int count) {
    running.priority = draw();
    return take(ready, count);
  }

  @Override
  public Task next(Task[] ready, int count, Task usual) {
    return take(ready, count);
  }

  private Task take(Task[] ready, int count) {
    Task best = ready[0];
    for (int i = 0; i < count; i++) {
      Task one = ready[i];
      if (one.priority == 0) {
        one.priority = draw();
      }
      if (one.priority > best.priority) {
        best = one;
      }
    }
    for (int i = 0; i < count; i++) {
      if (ready[i] != best && races(ready[i], best)) {
        ready[i].priority = 0;
      }
    }
    return best;
  }

  @SuppressWarnings("ReferenceEquality") // Which object, not which value.
  private boolean races(Task one, Task other) {
    return one.target == other.target
        && one.index == other.index
        && !(steps.at(one.site).onlyReads() && steps.at(other.site).onlyReads());
  }

  private long draw() {
    return 1 + LOWEST + (chance.next() >>> 2);
  }

  @Override
  public void gaveWay(Task task) {
    task.priority = LOWEST;
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
