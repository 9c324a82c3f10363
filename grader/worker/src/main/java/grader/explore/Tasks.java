package grader.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the task of a thread by the thread's id: an open hash table. For one thread. */
@SuppressWarnings("ReferenceEquality") // A thread may define equals.
final class Tasks {

  private @Nullable Task[] slots = new @Nullable Task[64];
  private int size;

  Tasks() {}

  void clear() {
    Arrays.fill(slots, null);
    size = 0;
  }

  void add(Task task) {
    if (2 * ++size > slots.length) {
      grow();
    }
    put(task);
  }

  private void grow() {
    @Nullable Task[] old = slots;
    slots = new @Nullable Task[2 * old.length];
    for (Task task : old) {
      if (task != null) {
        put(task);
      }
    }
  }

  private void put(Task task) {
    int slot = slotOf(task.thread);
    while (slots[slot] != null) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = task;
  }

  @Nullable Task of(Thread thread) {
    int slot = slotOf(thread);
    for (Task task = slots[slot]; task != null; task = slots[slot]) {
      if (task.thread == thread) {
        return task;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return null;
  }

  private int slotOf(Thread thread) {
    return (int) thread.threadId() & (slots.length - 1);
  }
}
