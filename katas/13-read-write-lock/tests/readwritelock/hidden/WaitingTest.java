package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import readwritelock.ReadWriteMutex;

/** What a thread does that may not come in yet. */
class WaitingTest {

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsKeepsNobodyOut(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean writer = trial.random().nextBoolean();
    boolean limited = trial.random().nextBoolean();
    Ways.keepOut(mutex, writer);
    Actor<Boolean> waiter =
        trial
            .actor("waiter", () -> limited ? attempt(mutex, writer) : wait(mutex, writer))
            .mayThrow(InterruptedException.class);
    trial.settle();
    Actor<Void> passer =
        trial.actor(
            "passer",
            () -> {
              int ignored = mutex.readers();
              if (!mutex.isWriteLocked() && mutex.tryLockWrite(0, TimeUnit.SECONDS)) {
                mutex.unlockWrite();
              }
            });
    trial.join(passer);
    Ways.unlock(mutex, !writer);
    waiter.interrupt();
    trial.join();
  }

  private static boolean wait(ReadWriteMutex mutex, boolean writer) throws InterruptedException {
    Ways.take(mutex, writer, false);
    return true;
  }

  private static boolean attempt(ReadWriteMutex mutex, boolean writer) throws InterruptedException {
    return writer ? mutex.tryLockWrite(1, TimeUnit.HOURS) : mutex.tryLockRead(1, TimeUnit.HOURS);
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.BUSY_WAIT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsSleeps(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean writer = trial.random().nextBoolean();
    Ways.keepOut(mutex, writer);
    Actor<Void> waiter = trial.actor("waiter", () -> Ways.take(mutex, writer, false));
    trial.awaitSleep(waiter);
    Ways.unlock(mutex, !writer);
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void aReaderStaysOutWhileSomebodyWrites(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    Actor<Void> reader = trial.actor("reader", () -> mutex.lockRead());
    trial.awaitSleep(reader);
    assertThat(reader.hasEnded()).as("the reader is in, and the writer has not left").isFalse();
    mutex.unlockWrite();
    trial.join();
    assertThat(mutex.readers()).isEqualTo(1);
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void aWriterStaysOutUntilTheLastReaderHasLeft(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    mutex.lockRead();
    Actor<Void> writer = trial.actor("writer", () -> mutex.lockWrite());
    trial.awaitSleep(writer);
    assertThat(writer.hasEnded()).as("the writer is in, and two still read").isFalse();
    mutex.unlockRead();
    trial.awaitSleep(writer);
    assertThat(writer.hasEnded()).as("the writer is in, and one still reads").isFalse();
    mutex.unlockRead();
    trial.join();
    assertThat(mutex.isWriteLocked()).isTrue();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void aWriterStaysOutWhileAnotherOneWrites(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    Actor<Void> writer = trial.actor("writer", () -> mutex.lockWrite());
    trial.awaitSleep(writer);
    assertThat(writer.hasEnded()).as("the writer is in, and the other has not left").isFalse();
    mutex.unlockWrite();
    trial.join();
    assertThat(mutex.isWriteLocked()).isTrue();
  }
}
