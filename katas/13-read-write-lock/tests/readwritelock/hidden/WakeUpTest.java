package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import readwritelock.ReadWriteMutex;

/** Who may come in now is woken. */
@CountsFor(Gate.LIVENESS)
class WakeUpTest {

  /** One unlock only: no later one makes up for a wake-up that was lost. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void anUnlockThatRacesWithAWriterIsNotMissed(Trial trial) throws InterruptedException {
    race(trial, false);
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void anUnlockThatRacesWithAHastyWriterIsNotMissed(Trial trial) throws InterruptedException {
    race(trial, true);
  }

  private static void race(Trial trial, boolean limited) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean written = trial.random().nextBoolean();
    Ways.take(mutex, written, false);
    trial.actor("writer", () -> Ways.write(mutex, limited));
    trial.start();
    Ways.unlock(mutex, written);
    trial.join();
    assertThat(mutex.isWriteLocked()).isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void anUnlockThatRacesWithAReaderIsNotMissed(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean limited = trial.random().nextBoolean();
    mutex.lockWrite();
    trial.actor("reader", () -> Ways.read(mutex, limited));
    trial.start();
    mutex.unlockWrite();
    trial.join();
    assertThat(mutex.readers()).isEqualTo(1);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void afterADowngradeAReaderGetsIn(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    trial.actor("reader", () -> mutex.lockRead());
    trial.settle();
    mutex.downgrade();
    trial.join();
    assertThat(mutex.readers()).isEqualTo(2);
  }

  /**
   * The thread that downgrades goes on reading, and the readers meet inside: nobody's unlock can
   * make up for a wake-up that was lost.
   */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void afterADowngradeAllReadersGetIn(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    meetingReaders(trial, mutex);
    trial.settle();
    mutex.downgrade();
    trial.join();
    assertThat(mutex.readers()).isEqualTo(3);
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void whenTheWriterLeavesAllReadersGetIn(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    meetingReaders(trial, mutex);
    trial.settle();
    mutex.unlockWrite();
    trial.join();
    assertThat(mutex.readers()).isEqualTo(2);
  }

  private static void meetingReaders(Trial trial, ReadWriteMutex mutex) {
    CountDownLatch inside = new CountDownLatch(2);
    for (String name : List.of("one", "two")) {
      boolean limited = trial.random().nextBoolean();
      trial.actor(
          name,
          () -> {
            Ways.read(mutex, limited);
            inside.countDown();
            inside.await();
          });
    }
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void whenTheLastReaderLeavesAWriterGetsIn(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean limited = trial.random().nextBoolean();
    mutex.lockWrite();
    mutex.downgrade();
    mutex.lockRead();
    trial.actor("writer", () -> Ways.write(mutex, limited));
    trial.settle();
    mutex.unlockRead();
    trial.settle();
    mutex.unlockRead();
    trial.join();
    assertThat(mutex.isWriteLocked()).isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void readersAndWritersAllGetATurn(Trial trial) {
    ReadWriteMutex mutex = new ReadWriteMutex();
    for (String name : List.of("writer", "other writer", "reader")) {
      boolean writes = !name.equals("reader");
      boolean limited = trial.random().nextBoolean();
      trial.actor(
          name,
          () -> {
            for (int i = 0; i < 2; i++) {
              Ways.take(mutex, writes, limited);
              Ways.unlock(mutex, writes);
            }
          });
    }
    trial.join();
    assertThat(mutex.readers()).isZero();
    assertThat(mutex.isWriteLocked()).isFalse();
  }
}
