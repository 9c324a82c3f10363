package grader.explore;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.Revealed;
import grader.trial.ThreadedTrial;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A trial under control. What it waits for is a fact when it has come. */
final class ExploreTrial extends ThreadedTrial {

  private static final int NOWHERE = 0;
  private static final int NAPS_THAT_CONVINCE = 60;
  private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

  private final Scheduler scheduler;
  private final Parts parts;
  private int moments;

  ExploreTrial(long seed, Parts parts, ThreadGroup parent, Scheduler scheduler) {
    super(seed, parent);
    this.parts = parts;
    this.scheduler = scheduler;
  }

  @Override
  protected Runnable beforeBody() {
    return () -> {};
  }

  @Override
  public boolean clockWaits() {
    return true;
  }

  @Override
  public void settle() {
    start();
    scheduler.settle();
    @Nullable Task spinning = scheduler.takeSpinning();
    if (spinning != null) {
      throw new Revealed(
          Bug.BUSY_WAIT, spinning.thread.getName() + " keeps running while it should be blocked");
    }
  }

  @Override
  public void awaitSleep(Actor<?> actor) {
    settle();
    @Nullable Task task = scheduler.taskOf(actor.thread());
    if (task == null) {
      throw new IllegalStateException(actor.name() + " is no actor of this trial");
    }
    int naps = task.naps;
    while (!actor.hasEnded() && !task.sleepsLongerThan(scheduler.now() + LONG_NANOS)) {
      if (task.naps - naps > NAPS_THAT_CONVINCE) {
        throw new Revealed(
            Bug.BUSY_WAIT, actor.name() + " wakes up again and again although nothing has changed");
      }
      scheduler.lookLater(actor.name() + " sleeps");
    }
  }

  @Override
  public boolean part() {
    return parts.isNextKept();
  }

  @Override
  public void point() {
    scheduler.point(null, 0, NOWHERE);
  }

  @Override
  public void begins(String call) {
    scheduler.begins(call);
  }

  @Override
  public void ends(String how, @Nullable Object... value) {
    scheduler.ends(how, value);
  }

  @Override
  public int moment() {
    return ++moments;
  }

  @Override
  public void eventually(String what, BooleanSupplier condition) {
    start();
    while (!condition.getAsBoolean()) {
      scheduler.lookLater(what);
    }
  }
}
