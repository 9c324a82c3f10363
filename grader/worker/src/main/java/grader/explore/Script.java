package grader.explore;

/** Follows a schedule; where an entry cannot be followed, the usual way is taken. */
final class Script implements Policy {

  private final Schedule schedule;
  private final Choices choices;
  private int next;

  Script(Schedule schedule, Choices choices) {
    this.schedule = schedule;
    this.choices = choices;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public void begin(long seed, int length) {
    next = 0;
  }

  @Override
  public Task atPoint(Task running, Task[] ready, int count) {
    return listed(ready, count, running);
  }

  @Override
  public Task next(Task[] ready, int count, Task usual) {
    return listed(ready, count, usual);
  }

  @Override
  public Task wake(Task[] waiting, int count) {
    return listed(waiting, count, waiting[0]);
  }

  @Override
  public boolean gives(Whim whim) {
    return entry() == 1;
  }

  private Task listed(Task[] candidates, int count, Task usual) {
    int wanted = entry();
    for (int i = 0; i < count; i++) {
      if (candidates[i].id == wanted) {
        return candidates[i];
      }
    }
    return usual;
  }

  /** What is listed for this choice, or -1. */
  private int entry() {
    while (next < schedule.size() && schedule.choices()[next] < choices.number()) {
      next++;
    }
    return next < schedule.size() && schedule.choices()[next] == choices.number()
        ? schedule.chosen()[next]
        : -1;
  }
}
