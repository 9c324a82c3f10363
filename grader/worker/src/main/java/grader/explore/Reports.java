package grader.explore;

import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.trial.Failures;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Says who waits for what when nothing moves any more. */
final class Reports {

  private static final MethodHandle OWNER;

  static {
    try {
      OWNER =
          MethodHandles.privateLookupIn(AbstractOwnableSynchronizer.class, MethodHandles.lookup())
              .findVirtual(
                  AbstractOwnableSynchronizer.class,
                  "getExclusiveOwnerThread",
                  MethodType.methodType(Thread.class));
    } catch (ReflectiveOperationException foreign) {
      throw new ExceptionInInitializerError(foreign);
    }
  }

  private Reports() {}

  /** Nobody can go on, now or later. */
  static Outcome stuck(List<Task> tasks, Monitors monitors) {
    boolean cycle = tasks.stream().anyMatch(task -> waitsForItself(task, tasks, monitors));
    return new Outcome.Stuck(
        cycle ? Outcome.Why.CYCLE : Outcome.Why.NOBODY_LEFT, all(tasks, monitors));
  }

  static Outcome spinning(List<Task> tasks, Monitors monitors) {
    return new Outcome.Stuck(Outcome.Why.SPINNING, all(tasks, monitors));
  }

  static Outcome late(List<Task> tasks, Monitors monitors) {
    return new Outcome.Late(all(tasks, monitors));
  }

  private static boolean waitsForItself(Task first, List<Task> tasks, Monitors monitors) {
    Set<Task> seen = new HashSet<>();
    @Nullable Task next = holder(first, tasks, monitors);
    while (next != null && seen.add(next)) {
      if (next == first) {
        return true;
      }
      next = holder(next, tasks, monitors);
    }
    return false;
  }

  private static List<ThreadReport> all(List<Task> tasks, Monitors monitors) {
    return tasks.stream()
        .filter(task -> task.state != Task.State.ENDED)
        .map(task -> report(task, tasks, monitors))
        .toList();
  }

  private static ThreadReport report(Task task, List<Task> tasks, Monitors monitors) {
    @Nullable Task holder = holder(task, tasks, monitors);
    return new ThreadReport(
        task.thread.getName(),
        state(task).name(),
        waitsFor(task),
        holder == null ? "" : holder.thread.getName(),
        Failures.frames(stackOf(task)));
  }

  /** A thread that runs tells its stack itself: it is the one that calls. */
  private static StackTraceElement[] stackOf(Task task) {
    StackTraceElement[] left = Carrier.stackOf(task.continuation);
    return left.length > 0 ? left : new Throwable().getStackTrace();
  }

  private static Thread.State state(Task task) {
    boolean looks = task.isReady() && task.waitsFor != null;
    return looks ? Thread.State.WAITING : stateOf(task);
  }

  /** As {@link Thread#getState} names it. */
  static Thread.State stateOf(Task task) {
    return switch (task.state) {
      case READY -> Thread.State.RUNNABLE;
      case ENTERING -> Thread.State.BLOCKED;
      case ENDED -> Thread.State.TERMINATED;
      case WAITING, PARKED, SLEEPING, JOINING, SETTLING, LOOKING ->
          task.deadline == Task.NEVER ? Thread.State.WAITING : Thread.State.TIMED_WAITING;
    };
  }

  /** The monitor, blocker, thread or condition that it waits for, or null. */
  static @Nullable Object waitedFor(Task task) {
    return task.state == Task.State.PARKED ? LockSupport.getBlocker(task.thread) : task.waitsFor;
  }

  private static String waitsFor(Task task) {
    Object object = waitedFor(task);
    return switch (object) {
      case null -> "";
      case Thread other -> "the end of " + other.getName();
      case String condition -> "this to hold: " + condition;
      default -> object.getClass().getName().replaceFirst(".*[.]", "");
    };
  }

  /** Who owns the lock that it waits for. To join a thread is not to wait for a lock. */
  private static @Nullable Task holder(Task task, List<Task> tasks, Monitors monitors) {
    return switch (task.state) {
      case ENTERING -> monitors.ownerOf(task.waitsFor);
      case PARKED -> ownerOf(LockSupport.getBlocker(task.thread), tasks);
      default -> null;
    };
  }

  /** Who owns it, if it is something that can be owned. */
  static @Nullable Task ownerOf(@Nullable Object blocker, List<Task> tasks) {
    if (!(blocker instanceof AbstractOwnableSynchronizer synchronizer)) {
      return null;
    }
    try {
      return taskOf((Thread) OWNER.invokeExact(synchronizer), tasks);
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }

  @SuppressWarnings("ReferenceEquality") // A thread may define equals.
  private static @Nullable Task taskOf(@Nullable Thread thread, List<Task> tasks) {
    return tasks.stream().filter(task -> task.thread == thread).findFirst().orElse(null);
  }
}
