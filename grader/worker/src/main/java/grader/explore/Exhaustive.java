package grader.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * Every schedule with at most so many preemptions, one after the other (Musuvathi and Qadeer, PLDI
 * 2007). To leave a thread that could go on costs one preemption, and so does choosing another than
 * the usual one after a thread has given way; to choose who goes on after a thread has blocked, and
 * who is notified, is free. There are no whims.
 */
final class Exhaustive implements Policy {

  private final int bound;
  private final List<Fork> path = new ArrayList<>();
  private int depth;
  private int spent;
  private boolean gaveWay;
  private boolean cutOff;
  private boolean done;

  /** A choice of the schedule before, with what is still to be tried there. */
  private static final class Fork {
    final int[] options;
    final int cost;
    final int spentBefore;
    int tried;

    Fork(int[] options, int cost, int spentBefore) {
      this.options = options;
      this.cost = cost;
      this.spentBefore = spentBefore;
    }

    int spent() {
      return spentBefore + (tried == 0 ? 0 : cost);
    }
  }

  Exhaustive(int bound) {
    this.bound = bound;
  }

  int bound() {
    return bound;
  }

  /** Goes to the next schedule; false when there is none left. */
  boolean advance() {
    while (!path.isEmpty()) {
      Fork last = path.getLast();
      if (last.tried + 1 < last.options.length) {
        last.tried++;
        return true;
      }
      path.removeLast();
    }
    done = true;
    return false;
  }

  /** Whether every schedule has been tried. */
  boolean isDone() {
    return done;
  }

  /**
   * Whether the schedules so far were all free in their choices: neither the bound, nor a thread
   * that had to give way, nor a test that had to wait before it looked again, has kept one from
   * going on otherwise. If that holds when every schedule has been tried, there are no others.
   */
  boolean isUnbounded() {
    return !cutOff;
  }

  @Override
  public String name() {
    return "at most " + bound + " preemptions";
  }

  @Override
  public void begin(long seed, int length) {
    depth = 0;
    spent = 0;
    gaveWay = false;
  }

  @Override
  public Task atPoint(Task running, Task[] ready, int count) {
    return fork(running, ready, count, 1);
  }

  @Override
  public Task next(Task[] ready, int count, Task usual) {
    // Were it free, two spinning threads could give way to each other in ever longer schedules.
    return fork(usual, ready, count, gaveWay ? 1 : 0);
  }

  @Override
  public void gaveWay(Task task) {
    gaveWay = true;
    cutOff = true;
  }

  @Override
  public void looksLater() {
    cutOff = true;
  }

  @Override
  public Task wake(Task[] waiting, int count) {
    return fork(waiting[0], waiting, count, 0);
  }

  @Override
  public boolean gives(Whim whim) {
    return false;
  }

  private Task fork(Task first, Task[] candidates, int count, int cost) {
    gaveWay = false;
    if (spent + cost > bound) {
      cutOff = true;
      return first;
    }
    if (depth == path.size()) {
      path.add(new Fork(options(first, candidates, count), cost, spent));
    }
    Fork fork = path.get(depth++);
    spent = fork.spent();
    int wanted = fork.options[fork.tried];
    for (int i = 0; i < count; i++) {
      if (candidates[i].id == wanted) {
        return candidates[i];
      }
    }
    throw new NotRepeatable();
  }

  private static int[] options(Task first, Task[] candidates, int count) {
    int[] options = new int[count];
    options[0] = first.id;
    int next = 1;
    for (int i = 0; i < count; i++) {
      if (candidates[i] != first) {
        options[next++] = candidates[i].id;
      }
    }
    return options;
  }
}
