package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import readwritelock.ReadWriteMutex;

/** A reader that comes while a writer waits has to wait, too. */
@CountsFor(Gate.LIVENESS)
class TurnTest {

  @ConcurrentTest
  @Reveals(value = Bug.STARVATION, whenStuck = Bug.LOST_WAKEUP)
  void whoComesToReadDoesNotPassAWaitingWriter(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    Actor<Void> writer = trial.actor("writer", () -> mutex.lockWrite());
    trial.awaitSleep(writer);
    Actor<Boolean> reader = attempt(trial, mutex);
    trial.join(reader);
    assertThat(reader.result()).as("a reader came in, and a writer waits").isFalse();
    mutex.unlockRead();
    trial.join();
  }

  /** They write down who comes when, in a plain list: each of them is alone with it. */
  @ConcurrentTest
  @Reveals(value = Bug.STARVATION, whenStuck = Bug.LOST_WAKEUP)
  void theWriterThatCameFirstGetsInFirst(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    List<String> order = new ArrayList<>();
    mutex.lockRead();
    Actor<Void> writer =
        trial.actor(
            "writer",
            () -> {
              mutex.lockWrite();
              order.add("writer");
              mutex.unlockWrite();
            });
    trial.awaitSleep(writer);
    Actor<Void> reader =
        trial.actor(
            "reader",
            () -> {
              mutex.lockRead();
              order.add("reader");
              mutex.unlockRead();
            });
    trial.awaitSleep(reader);
    mutex.unlockRead();
    trial.join();
    assertThat(order).as("who was in, one after the other").containsExactly("writer", "reader");
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.STARVATION, whenStuck = Bug.LOST_WAKEUP)
  void aWriterThatGivesUpDoesNotGiveUpForAnother(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockRead();
    Actor<Void> first =
        trial.actor("first writer", () -> mutex.lockWrite()).mayThrow(InterruptedException.class);
    trial.awaitSleep(first);
    Actor<Void> second = trial.actor("second writer", () -> mutex.lockWrite());
    trial.awaitSleep(second);
    first.interrupt();
    trial.join(first);
    trial.awaitSleep(second);
    Actor<Boolean> reader = attempt(trial, mutex);
    trial.join(reader);
    assertThat(reader.result()).as("a reader came in, and the second writer waits").isFalse();
    mutex.unlockRead();
    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.STARVATION, whenStuck = Bug.LOST_WAKEUP)
  void afterADowngradeNobodyPassesTheNextWriter(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    mutex.lockWrite();
    Actor<Void> next = trial.actor("next writer", () -> mutex.lockWrite());
    trial.awaitSleep(next);
    mutex.downgrade();
    trial.awaitSleep(next);
    Actor<Boolean> reader = attempt(trial, mutex);
    trial.join(reader);
    assertThat(reader.result()).as("a reader came in, and the next writer waits").isFalse();
    mutex.unlockRead();
    trial.join();
  }

  private static Actor<Boolean> attempt(Trial trial, ReadWriteMutex mutex) {
    long millis = trial.random().nextInt(2);
    return trial.actor("reader", () -> mutex.tryLockRead(millis, TimeUnit.MILLISECONDS));
  }
}
