package grader.explore;

import org.jspecify.annotations.Nullable;

/** Is told what happens in a trial. This one forgets it. */
class Trace {

  static final Trace NONE = new Trace();

  Trace() {}

  /** The task takes the step that it noted. */
  void step(Task task) {}

  /** Something happens to the task that is its own business. */
  void note(Task task, String what) {}

  /** Something happens to the task that has to do with others. */
  void notable(Task task, String what) {}

  /** The same, and another task has to do with it. */
  void note(Task task, String what, Task other) {}

  /** The task cannot go on. */
  void blocks(Task task) {}

  /** The adversary has its way. */
  void whim(@Nullable Task task, Whim whim) {}

  /** The step just told is the second one of a data race. */
  void race(Race race, Task earlier) {}

  /** The clock has jumped to so many nanoseconds after the trial's begin. */
  void time(long nanos) {}
}
