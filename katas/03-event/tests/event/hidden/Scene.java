package event.hidden;

import event.ManualResetEvent;
import grader.testkit.Actor;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An event, some threads that wait for it, and whether somebody has begun to set it. Used by the
 * directing thread.
 */
final class Scene {

  final ManualResetEvent event = new ManualResetEvent();

  private final AtomicBoolean setHasBegun = new AtomicBoolean();
  private final Trial trial;
  private final List<Actor<Boolean>> waiters = new ArrayList<>();

  Scene(Trial trial) {
    this.trial = trial;
  }

  /** A thread that waits without limit and returns whether somebody had begun to set the event. */
  Actor<Boolean> waiter(String name) {
    return waiter(
        name,
        () -> {
          event.await();
          return setHasBegun.get();
        });
  }

  /** A thread that waits in its own way. */
  Actor<Boolean> waiter(String name, Callable<Boolean> waiting) {
    Actor<Boolean> waiter = trial.actor(name, waiting);
    waiters.add(waiter);
    return waiter;
  }

  void set() {
    setHasBegun.set(true);
    event.set();
  }

  /**
   * Ends the waiting of all, whatever is wrong with them: those who miss the set get an interrupt,
   * and those who miss the interrupt have seen the set. For tests that look for something else.
   */
  void release() {
    set();
    for (Actor<Boolean> waiter : waiters) {
      waiter.mayThrow(InterruptedException.class);
      waiter.interrupt();
    }
    trial.join();
  }

  /** The results of those that have returned and not thrown. */
  List<Boolean> results() {
    return waiters.stream().filter(waiter -> waiter.thrown().isEmpty()).map(Actor::result).toList();
  }
}
