package grader.explore;

import grader.protocol.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the threads of a trial stand and which locks they hold: says what has changed meanwhile. */
@SuppressWarnings("ReferenceEquality") // Locks are what they are, not what they equal.
final class Surroundings {

  private static final String POOL_WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private final Names names = new Names();
  private final List<AbstractOwnableSynchronizer> synchronizers = new ArrayList<>();
  private List<Held> held = List.of();
  private final List<Effect.Turn> last = new ArrayList<>();
  private List<Task> tasks = List.of();
  private Monitors monitors = new Monitors();

  /** A lock with its holder. */
  private record Held(Object lock, Task holder) {
    boolean isAmong(List<Held> others) {
      return others.stream().anyMatch(one -> one.lock == lock && one.holder == holder);
    }
  }

  /** A trial begins with these, which will grow and change. */
  void begin(List<Task> all, Monitors owned) {
    tasks = all;
    monitors = owned;
  }

  Names names() {
    return names;
  }

  /** Some thread uses this: it may be a lock. */
  void meets(Object target) {
    if (target instanceof AbstractOwnableSynchronizer lock
        && !lock.getClass().getName().equals(POOL_WORKER)
        && synchronizers.stream().noneMatch(known -> known == lock)) {
      synchronizers.add(lock);
    }
  }

  /** Threads that have been started since the last time. */
  List<Effect> starts() {
    List<Effect> changes = new ArrayList<>();
    while (last.size() < tasks.size()) {
      String name = tasks.get(last.size()).thread.getName();
      Effect.Turn begins = new Effect.Turn(name, Thread.State.RUNNABLE, "");
      last.add(begins);
      changes.add(begins);
    }
    return changes;
  }

  /** Threads that are in another state than the last time. */
  List<Effect> turns() {
    List<Effect> changes = starts();
    for (int i = 0; i < last.size(); i++) {
      Task task = tasks.get(i);
      Thread.State state = Reports.stateOf(task);
      Effect.Turn now = new Effect.Turn(task.thread.getName(), state, waitsFor(task, state));
      if (!last.set(i, now).equals(now)) {
        changes.add(now);
      }
    }
    return changes;
  }

  private String waitsFor(Task task, Thread.State state) {
    boolean waits = state != Thread.State.RUNNABLE && state != Thread.State.TERMINATED;
    @Nullable Object object = waits ? Reports.waitedFor(task) : null;
    return switch (object) {
      case null -> "";
      case Thread other -> other.getName();
      case String condition -> condition;
      default -> names.of(object);
    };
  }

  /**
   * A lock that has got a holder or lost one.
   *
   * @param ofNext whether the step that took it is told only after it: it is a monitor
   */
  record Change(Effect.Hold hold, boolean ofNext) {}

  /** Locks that have another holder than the last time. */
  List<Change> holds() {
    List<Held> before = held;
    List<Held> now = heldNow();
    held = now;
    return Stream.concat(
            before.stream().filter(one -> !one.isAmong(now)).map(one -> hold(one, false)),
            now.stream().filter(one -> !one.isAmong(before)).map(one -> hold(one, true)))
        .toList();
  }

  private List<Held> heldNow() {
    List<Held> now = new ArrayList<>();
    monitors.each((monitor, owner) -> now.add(new Held(monitor, owner)));
    for (AbstractOwnableSynchronizer lock : synchronizers) {
      @Nullable Task owner = Reports.ownerOf(lock, tasks);
      if (owner != null) {
        now.add(new Held(lock, owner));
      }
    }
    return now;
  }

  private Change hold(Held one, boolean begins) {
    boolean monitor = !(one.lock instanceof AbstractOwnableSynchronizer);
    return new Change(
        new Effect.Hold(one.holder.thread.getName(), names.of(one.lock), begins),
        begins && monitor);
  }
}
