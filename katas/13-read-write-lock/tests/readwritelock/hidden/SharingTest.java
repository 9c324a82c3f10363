package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import readwritelock.ReadWriteMutex;

/** Readers among themselves. */
@CountsFor(Gate.SAFETY)
class SharingTest {

  @ConcurrentTest(share = 50)
  @Reveals(Bug.NO_PARALLELISM)
  @CountsFor(Gate.LIVENESS)
  void readersMeetInside(Trial trial) {
    ReadWriteMutex mutex = new ReadWriteMutex();
    CountDownLatch inside = new CountDownLatch(3);
    for (String name : List.of("one", "two", "three")) {
      boolean limited = trial.random().nextBoolean();
      trial.actor(
          name,
          () -> {
            Ways.read(mutex, limited);
            inside.countDown();
            inside.await();
          });
    }
    trial.join();
  }

  /** The first to come is the first to leave. */
  @ConcurrentTest(share = 25)
  @Reveals(Bug.OWNERSHIP_ASSUMED)
  void readersLeaveInAnyOrder(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    CountDownLatch secondIsIn = new CountDownLatch(1);
    CountDownLatch firstIsOut = new CountDownLatch(1);
    mutex.lockRead();
    trial.actor(
        "second",
        () -> {
          mutex.lockRead();
          secondIsIn.countDown();
          firstIsOut.await();
          mutex.unlockRead();
        });
    trial.start();
    secondIsIn.await();
    mutex.unlockRead();
    firstIsOut.countDown();
    trial.join();
    assertThat(mutex.tryLockWrite(0, TimeUnit.SECONDS)).as("free in the end").isTrue();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.OWNERSHIP_ASSUMED)
  void aReadLockMayBeGivenBackByAnotherThread(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    trial.actor("other", mutex::unlockRead);
    trial.join();
    assertThat(mutex.readers()).as("readers in the end").isZero();
    assertThat(mutex.tryLockWrite(0, TimeUnit.SECONDS)).as("free in the end").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void everyReaderCounts(Trial trial) {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean limited = trial.random().nextBoolean();
    trial.actor("left", () -> mutex.lockRead());
    trial.actor("right", () -> Ways.read(mutex, limited));
    trial.join();
    assertThat(mutex.readers()).as("readers when two have come").isEqualTo(2);
    trial.actor("left again", mutex::unlockRead);
    trial.actor("right again", mutex::unlockRead);
    trial.join();
    assertThat(mutex.readers()).as("readers when both have left").isZero();
  }

  @ConcurrentTest
  @Reveals(Bug.STALE_READ)
  void whoAsksMeanwhileGetsAnAnswer(Trial trial) {
    ReadWriteMutex mutex = new ReadWriteMutex();
    trial.actor(
        "holder",
        () -> {
          mutex.lockWrite();
          mutex.downgrade();
          mutex.unlockRead();
        });
    Actor<Integer> asker =
        trial.actor(
            "asker",
            () -> {
              boolean ignored = mutex.isWriteLocked();
              return mutex.readers();
            });
    trial.join();
    assertThat(asker.result()).as("readers meanwhile").isBetween(0, 1);
    assertThat(mutex.readers()).as("readers in the end").isZero();
    assertThat(mutex.isWriteLocked()).as("locked for writing in the end").isFalse();
  }
}
