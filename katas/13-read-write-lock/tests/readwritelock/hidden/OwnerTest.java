package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import readwritelock.ReadWriteMutex;

/** The write lock belongs to one thread, until this one gives it back. */
@CountsFor(Gate.SAFETY)
class OwnerTest {

  @ConcurrentTest(share = 25)
  @Reveals(Bug.OVER_RELEASE)
  void onlyTheWriterCanUnlock(Trial trial) throws InterruptedException {
    requireRefusedForStrangers(trial, ReadWriteMutex::unlockWrite);
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.OVER_RELEASE)
  void onlyTheWriterCanDowngrade(Trial trial) throws InterruptedException {
    requireRefusedForStrangers(trial, ReadWriteMutex::downgrade);
  }

  private static void requireRefusedForStrangers(Trial trial, Call call)
      throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    trial.actor("stranger", () -> requireRefused(() -> call.on(mutex)));
    trial.join();
    assertThat(mutex.isWriteLocked()).as("still locked for writing").isTrue();
    assertThat(mutex.readers()).isZero();
    mutex.unlockWrite();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  @CountsFor(Gate.LIVENESS)
  void afterAnExceptionOtherThreadsCanGoOn(Trial trial) {
    ReadWriteMutex mutex = new ReadWriteMutex();
    requireRefused(mutex::unlockRead);
    requireRefused(mutex::unlockWrite);
    requireRefused(mutex::downgrade);
    assertThatNullPointerException().isThrownBy(() -> mutex.tryLockRead(1, null));
    assertThatNullPointerException().isThrownBy(() -> mutex.tryLockWrite(1, null));
    trial.actor(
        "other",
        () -> {
          mutex.lockWrite();
          mutex.downgrade();
          mutex.unlockRead();
        });
    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void aFreeLockGoesToOneWriter(Trial trial) {
    List<ReadWriteMutex> mutexes = Stream.generate(ReadWriteMutex::new).limit(4).toList();
    Actor<List<Boolean>> left = trial.actor("left", () -> tryEach(mutexes));
    Actor<List<Boolean>> right = trial.actor("right", () -> tryEach(mutexes));
    trial.join();
    for (int i = 0; i < mutexes.size(); i++) {
      assertThat(left.result().get(i) ^ right.result().get(i)).as("exactly one writes").isTrue();
    }
  }

  private static List<Boolean> tryEach(List<ReadWriteMutex> mutexes) throws InterruptedException {
    boolean[] written = new boolean[mutexes.size()];
    for (int i = 0; i < written.length; i++) {
      written[i] = mutexes.get(i).tryLockWrite(0, TimeUnit.SECONDS);
    }
    return List.of(written[0], written[1], written[2], written[3]);
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void readerAndWriterAreNeverInsideTogether(Trial trial) throws InterruptedException {
    requireNotTogether(trial, false);
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void hastyReaderAndWriterAreNeverInsideTogether(Trial trial) throws InterruptedException {
    requireNotTogether(trial, true);
  }

  /** The writer stays inside until the reader is in or waits. */
  private static void requireNotTogether(Trial trial, boolean limited) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    trial.actor("reader", () -> Ways.read(mutex, limited));
    trial.start();
    if (mutex.tryLockWrite(0, TimeUnit.SECONDS)) {
      trial.settle();
      assertThat(mutex.readers()).as("readers beside the writer").isZero();
      mutex.unlockWrite();
    }
    trial.join();
    assertThat(mutex.readers()).as("readers in the end").isEqualTo(1);
  }

  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void noWriterGetsInDuringADowngrade(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    int[] plain = {0};
    mutex.lockWrite();
    trial.actor(
        "next writer",
        () -> {
          mutex.lockWrite();
          plain[0] = 2;
          mutex.unlockWrite();
        });
    trial.settle();
    plain[0] = 1;
    mutex.downgrade();
    assertThat(plain[0]).as("what I wrote before the downgrade").isEqualTo(1);
    mutex.unlockRead();
    trial.join();
    assertThat(plain[0]).as("what the next writer wrote").isEqualTo(2);
  }

  private static void requireRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .as("giving back what is not held")
        .isInstanceOf(IllegalMonitorStateException.class);
  }

  /** A call on a lock. */
  @FunctionalInterface
  private interface Call {
    void on(ReadWriteMutex mutex);
  }
}
