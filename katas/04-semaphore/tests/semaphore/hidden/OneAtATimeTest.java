package semaphore.hidden;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.fails;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;

import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import semaphore.CountingSemaphore;

/** Every call takes effect at one moment: there is an order of all calls that explains them. */
@CountsFor(Gate.SAFETY)
class OneAtATimeTest {

  private static final int MAX = 2;

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_PERMIT)
  void callsThatNeverWaitTakeEffectAtOneMoment(Trial trial) {
    Specification.of(() -> new CountingSemaphore(1, MAX), 1)
        .operation("tryAcquire(1)", one -> one.tryAcquire(1), free -> attempt(1, free))
        .operation("tryAcquire(2)", one -> one.tryAcquire(2), free -> attempt(2, free))
        .command("release()", CountingSemaphore::release, free -> release(1, free))
        .command("release(2)", one -> one.release(2), free -> release(2, free))
        .operation(
            "availablePermits()", CountingSemaphore::availablePermits, free -> returns(free, free))
        .afterwards(
            "availablePermits()", CountingSemaphore::availablePermits, free -> returns(free, free))
        .check(trial);
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.LOST_PERMIT, whenStuck = Bug.LOST_WAKEUP)
  void callsThatWaitTakeEffectAtOneMoment(Trial trial) {
    Specification.of(() -> new CountingSemaphore(0, MAX), 0)
        .command(
            "acquire()", CountingSemaphore::acquire, free -> free > 0 ? done(free - 1) : waits())
        .operation(
            "tryAcquire(1, 1 ms)",
            one -> one.tryAcquire(1, 1, TimeUnit.MILLISECONDS),
            free -> attempt(1, free).or(returns(false, free)))
        .command("release()", CountingSemaphore::release, free -> release(1, free))
        .operation("tryAcquire(1)", one -> one.tryAcquire(1), free -> attempt(1, free))
        .afterwards(
            "availablePermits()", CountingSemaphore::availablePermits, free -> returns(free, free))
        .interruptible()
        .check(trial);
  }

  private static Effect<Integer> attempt(int wanted, int free) {
    return wanted <= free ? returns(true, free - wanted) : returns(false, free);
  }

  private static Effect<Integer> release(int given, int free) {
    return free + given <= MAX ? done(free + given) : fails(IllegalStateException.class, free);
  }
}
