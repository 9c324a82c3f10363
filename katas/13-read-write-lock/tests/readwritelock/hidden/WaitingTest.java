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
    trial.actor("waiter", () -> Ways.take(mutex, writer, limited));
    trial.settle();
    Actor<Boolean> passer =
        trial.actor(
            "passer",
            () ->
                mutex.isWriteLocked() == writer
                    || mutex.readers() != (writer ? 1 : 0)
                    || mutex.tryLockWrite(0, TimeUnit.SECONDS));
    trial.join(passer);
    Ways.unlock(mutex, !writer);
    trial.join();
    assertThat(passer.result()).as("saw more than the one who holds the lock").isFalse();
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
