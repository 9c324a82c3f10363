package readwritelock.hidden;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.fails;
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
import readwritelock.ReadWriteMutex;

/** Every call takes effect at one moment: there is an order of all calls that explains them. */
@CountsFor(Gate.SAFETY)
class OneAtATimeTest {

  private static final int BUSY = -1;
  private static final Held FREE = new Held(0, false);
  private static final Held WRITTEN = new Held(0, true);

  /** A state of the model. */
  private record Held(int readers, boolean written) {}

  @ConcurrentTest(share = 50)
  @Reveals(Bug.CHECK_THEN_ACT)
  void readersComeAndGoAtOneMoment(Trial trial) {
    Specification.of(ReadWriteMutex::new, FREE)
        .operation(
            "tryLockRead(0)",
            OneAtATimeTest::mayRead,
            held -> returns(true, new Held(held.readers() + 1, false)))
        .command("unlockRead()", ReadWriteMutex::unlockRead, OneAtATimeTest::unlockRead)
        .operation("readers()", ReadWriteMutex::readers, held -> returns(held.readers(), held))
        .afterwards("readers()", ReadWriteMutex::readers, held -> returns(held.readers(), held))
        .check(trial);
  }

  /** A writer that does not get in may have turned a reader away. Who unlocks may be a stranger. */
  @ConcurrentTest(share = 50)
  @Reveals(Bug.CHECK_THEN_ACT)
  void callsThatNeverWaitTakeEffectAtOneMoment(Trial trial) {
    Specification.of(ReadWriteMutex::new, FREE)
        .operation("tryLockRead(0)", OneAtATimeTest::mayRead, OneAtATimeTest::tryRead)
        .operation("tryLockWrite(0)", OneAtATimeTest::mayWrite, OneAtATimeTest::tryWrite)
        .command("unlockRead()", ReadWriteMutex::unlockRead, OneAtATimeTest::unlockRead)
        .command("unlockWrite()", ReadWriteMutex::unlockWrite, held -> giveBackWriting(held, FREE))
        .command(
            "downgrade()",
            ReadWriteMutex::downgrade,
            held -> giveBackWriting(held, new Held(1, false)))
        .operation("readers()", ReadWriteMutex::readers, held -> returns(held.readers(), held))
        .operation(
            "isWriteLocked()", ReadWriteMutex::isWriteLocked, held -> returns(held.written(), held))
        .afterwards("readers()", ReadWriteMutex::readers, held -> returns(held.readers(), held))
        .afterwards(
            "isWriteLocked()", ReadWriteMutex::isWriteLocked, held -> returns(held.written(), held))
        .check(trial);
  }

  private static boolean mayRead(ReadWriteMutex mutex) throws InterruptedException {
    return mutex.tryLockRead(0, TimeUnit.SECONDS);
  }

  private static boolean mayWrite(ReadWriteMutex mutex) throws InterruptedException {
    return mutex.tryLockWrite(0, TimeUnit.SECONDS);
  }

  private static Effect<Held> tryRead(Held held) {
    Effect<Held> turnedAway = returns(false, held);
    return held.written()
        ? turnedAway
        : OneAtATimeTest.<Held>in(new Held(held.readers() + 1, false)).or(turnedAway);
  }

  private static Effect<Held> tryWrite(Held held) {
    return held.equals(FREE) ? in(WRITTEN) : returns(false, held);
  }

  private static <S> Effect<S> in(S next) {
    return returns(true, next);
  }

  private static Effect<Held> unlockRead(Held held) {
    return held.readers() > 0
        ? done(new Held(held.readers() - 1, false))
        : fails(IllegalMonitorStateException.class, held);
  }

  private static Effect<Held> giveBackWriting(Held held, Held next) {
    Effect<Held> refused = fails(IllegalMonitorStateException.class, held);
    return held.written() ? OneAtATimeTest.<Held>gone(next).or(refused) : refused;
  }

  private static <S> Effect<S> gone(S next) {
    return done(next);
  }

  /** A number that is counted up in two steps, under the lock. */
  private static final class Counter {

    private final ReadWriteMutex mutex = new ReadWriteMutex();
    private int counted;

    int count() throws InterruptedException {
      mutex.lockWrite();
      int before = next();
      mutex.unlockWrite();
      return before;
    }

    int countAndLookAgain() throws InterruptedException {
      mutex.lockWrite();
      int ignored = next();
      mutex.downgrade();
      int now = counted;
      mutex.unlockRead();
      return now;
    }

    int countIfFree() throws InterruptedException {
      if (!mutex.tryLockWrite(0, TimeUnit.SECONDS)) {
        return BUSY;
      }
      int before = next();
      mutex.unlockWrite();
      return before;
    }

    int look() throws InterruptedException {
      mutex.lockRead();
      int now = counted;
      mutex.unlockRead();
      return now;
    }

    int lookIfFreeSoon() throws InterruptedException {
      if (!mutex.tryLockRead(1, TimeUnit.MILLISECONDS)) {
        return BUSY;
      }
      int now = counted;
      mutex.unlockRead();
      return now;
    }

    private int next() {
      int before = counted;
      counted = before + 1;
      return before;
    }
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void whatIsDoneUnderTheLockTakesEffectAtOneMoment(Trial trial) {
    Specification.of(Counter::new, 0)
        .operation("count()", Counter::count, OneAtATimeTest::counts)
        .operation(
            "countAndLookAgain()", Counter::countAndLookAgain, now -> returns(now + 1, now + 1))
        .operation("countIfFree()", Counter::countIfFree, now -> counts(now).or(returns(BUSY, now)))
        .operation("look()", Counter::look, now -> returns(now, now))
        .operation(
            "lookIfFreeSoon()",
            Counter::lookIfFreeSoon,
            now -> OneAtATimeTest.sees(now).or(returns(BUSY, now)))
        .afterwards("look()", Counter::look, now -> returns(now, now))
        .interruptible()
        .check(trial);
  }

  private static Effect<Integer> counts(int before) {
    return returns(before, before + 1);
  }

  private static Effect<Integer> sees(int now) {
    return returns(now, now);
  }
}
