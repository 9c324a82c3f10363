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

/** A writer that leaves without the lock lets those in who waited because of it. */
@CountsFor(Gate.LIVENESS)
class GivingUpTest {

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.LOST_PERMIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  void aWriterThatWasInterruptedIsForgotten(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    Actor<Void> writer = writer(trial, mutex, "writer");
    trial.settle();
    writer.interrupt();
    trial.join();
    assertThat(mutex.tryLockRead(0, TimeUnit.SECONDS))
        .as("a second reader may come in when the writer has given up")
        .isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void readersGetInWhenTheWriterBeforeThemIsInterrupted(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean limited = trial.random().nextBoolean();
    mutex.lockRead();
    Actor<Void> writer = writer(trial, mutex, "writer");
    trial.settle();
    trial.actor("reader", () -> Ways.read(mutex, limited));
    trial.settle();
    writer.interrupt();
    trial.join();
    assertThat(mutex.readers()).as("readers in the end").isEqualTo(2);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void readersGetInWhenTheWriterBeforeThemRunsOutOfTime(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    Actor<Boolean> writer =
        trial.actor("writer", () -> mutex.tryLockWrite(3, TimeUnit.MILLISECONDS));
    trial.settle();
    trial.actor("reader", () -> mutex.lockRead());
    trial.join();
    assertThat(writer.result()).as("the writer got in beside a reader").isFalse();
    assertThat(mutex.readers()).as("readers in the end").isEqualTo(2);
  }

  /** Both leave at once: each of them may believe that the other one is still there. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void readersGetInWhenAllWritersBeforeThemLeave(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    Actor<Void> first = writer(trial, mutex, "first writer");
    Actor<Void> second = writer(trial, mutex, "second writer");
    trial.settle();
    trial.actor("reader", () -> mutex.lockRead());
    trial.settle();
    first.interrupt();
    second.interrupt();
    trial.join();
    assertThat(mutex.readers()).as("readers in the end").isEqualTo(2);
  }

  /** The lock becomes free just as the first writer gives up. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void theNextWriterGetsInWhenTheFirstOneGivesUp(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    Actor<Void> first =
        trial
            .actor(
                "first writer",
                () -> {
                  mutex.lockWrite();
                  mutex.unlockWrite();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    trial.actor("second writer", () -> mutex.lockWrite());
    trial.settle();
    trial.actor("interrupter", first::interrupt);
    trial.start();
    mutex.unlockRead();
    trial.join();
    assertThat(mutex.isWriteLocked()).isTrue();
  }

  /** A reader stands first in the queue, perhaps, and a writer behind it. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void theWriterGetsInWhenAReaderGivesUp(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    Actor<Void> reader =
        trial
            .actor(
                "reader",
                () -> {
                  mutex.lockRead();
                  mutex.unlockRead();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    trial.actor("next writer", () -> mutex.lockWrite());
    trial.settle();
    trial.actor("interrupter", reader::interrupt);
    trial.start();
    mutex.unlockWrite();
    trial.join();
    assertThat(mutex.isWriteLocked()).isTrue();
  }

  /** A writer that waits, in one of the two ways, and may be interrupted. */
  private static Actor<Void> writer(Trial trial, ReadWriteMutex mutex, String name) {
    boolean limited = trial.random().nextBoolean();
    return trial.actor(name, () -> Ways.write(mutex, limited)).mayThrow(InterruptedException.class);
  }
}
