package grader.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is told what happens in a trial. This one forgets it. */
class Trace {

  static final Trace NONE = new Trace();

  Trace() {}

  /** A trial begins; its threads and the monitors that they own are these at any time. */
  void begin(List<Task> tasks, Monitors monitors) {}

  /** A thread uses this object, which may be a lock. */
  void meets(Object target) {}

  /** The task begins a call of a history. */
  void begins(Task task, String call) {}

  /** It ends one, in this way, and with this value or none. */
  void ends(Task task, String how, @Nullable Object... value) {}

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
