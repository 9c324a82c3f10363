package reentrantlock.hidden;

import static grader.linearize.Effect.returns;

import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import reentrantlock.ReentrantMutex;
import reentrantlock.ReentrantMutex.Guard;

/** What a lock is for: whatever is done under it takes effect at one moment. */
@CountsFor(Gate.SAFETY)
class OneAtATimeTest {

  private static final int BUSY = -1;

  /** A number that is counted up in two steps, under the lock. */
  private static final class Counter {

    private final ReentrantMutex mutex = new ReentrantMutex();
    private int counted;

    int count() {
      try (Guard guard = mutex.acquire()) {
        return next();
      }
    }

    int countInterruptibly() throws InterruptedException {
      mutex.lockInterruptibly();
      return nextAndUnlock();
    }

    int countIfFree() {
      return mutex.tryLock() ? nextAndUnlock() : BUSY;
    }

    int countIfFreeSoon() throws InterruptedException {
      return mutex.tryLock(1, TimeUnit.MILLISECONDS) ? nextAndUnlock() : BUSY;
    }

    private int nextAndUnlock() {
      try {
        return next();
      } finally {
        mutex.unlock();
      }
    }

    private int next() {
      mutex.lock();
      int before = counted;
      counted = before + 1;
      mutex.unlock();
      return before;
    }
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void whatIsDoneUnderTheLockTakesEffectAtOneMoment(Trial trial) {
    Specification.of(Counter::new, 0)
        .operation("count()", Counter::count, OneAtATimeTest::counts)
        .operation("countInterruptibly()", Counter::countInterruptibly, OneAtATimeTest::counts)
        .operation("countIfFree()", Counter::countIfFree, OneAtATimeTest::countsOrNot)
        .operation("countIfFreeSoon()", Counter::countIfFreeSoon, OneAtATimeTest::countsOrNot)
        .afterwards("count()", Counter::count, OneAtATimeTest::counts)
        .interruptible()
        .check(trial);
  }

  private static Effect<Integer> counts(int before) {
    return returns(before, before + 1);
  }

  private static Effect<Integer> countsOrNot(int before) {
    return counts(before).or(returns(BUSY, before));
  }
}
