package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.atomic.AtomicBoolean;
import readwritelock.ReadWriteMutex;

/** Whoever is interrupted while it waits leaves without the lock, and takes nothing along. */
@CountsFor(Gate.LIVENESS)
class InterruptTest {

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void anInterruptIsNoPermission(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean writer = trial.random().nextBoolean();
    boolean limited = trial.random().nextBoolean();
    Ways.keepOut(mutex, writer);
    Actor<Void> waiter = waiter(trial, mutex, writer, limited);
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.thrown())
        .as("what the interrupted wait threw")
        .containsInstanceOf(InterruptedException.class);
    assertThat(mutex.readers()).as("readers").isEqualTo(writer ? 1 : 0);
    assertThat(mutex.isWriteLocked()).as("locked for writing").isEqualTo(!writer);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void theExceptionStandsForTheInterruptStatus(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean writer = trial.random().nextBoolean();
    boolean limited = trial.random().nextBoolean();
    Ways.keepOut(mutex, writer);
    Actor<Boolean> waiter =
        trial.actor(
            "waiter",
            () -> {
              try {
                Ways.take(mutex, writer, limited);
                return false;
              } catch (InterruptedException told) {
                return Thread.currentThread().isInterrupted();
              }
            });
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.result()).as("interrupt status after the exception").isFalse();
  }

  /** The lock and the interrupt come at once: it has the lock, or it throws and has not. */
  @ConcurrentTest
  @Reveals(value = Bug.LOST_PERMIT, whenStuck = Bug.LOST_WAKEUP)
  @CountsFor(Gate.SAFETY)
  void aLockThatComesWithAnInterruptIsNotLost(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean writer = trial.random().nextBoolean();
    boolean limited = trial.random().nextBoolean();
    Ways.keepOut(mutex, writer);
    Actor<Void> waiter = waiter(trial, mutex, writer, limited);
    trial.settle();
    trial.actor("interrupter", waiter::interrupt);
    trial.start();
    Ways.unlock(mutex, !writer);
    trial.join();
    boolean in = waiter.thrown().isEmpty();
    assertThat(mutex.readers()).as("readers in the end").isEqualTo(in && !writer ? 1 : 0);
    assertThat(mutex.isWriteLocked()).as("locked for writing in the end").isEqualTo(in && writer);
  }

  /** Who gets the lock although an interrupt has come must be able to see the interrupt later. */
  @ConcurrentTest
  @Reveals(value = Bug.SWALLOWED_INTERRUPT, whenStuck = Bug.LOST_WAKEUP)
  void anInterruptThatComesWithTheLockIsKept(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    boolean writer = trial.random().nextBoolean();
    boolean limited = trial.random().nextBoolean();
    AtomicBoolean sent = new AtomicBoolean();
    Ways.keepOut(mutex, writer);
    Actor<Boolean> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  Ways.take(mutex, writer, limited);
                  // In this order: a status that is not there now was swallowed.
                  return !sent.get() || Thread.currentThread().isInterrupted();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    trial.actor(
        "interrupter",
        () -> {
          waiter.interrupt();
          sent.set(true);
        });
    trial.start();
    Ways.unlock(mutex, !writer);
    trial.join();
    assertThat(waiter.thrown().isPresent() || waiter.result())
        .as("the interrupt was thrown, or is there to be seen")
        .isTrue();
  }

  private static Actor<Void> waiter(
      Trial trial, ReadWriteMutex mutex, boolean writer, boolean limited) {
    return trial
        .actor("waiter", () -> Ways.take(mutex, writer, limited))
        .mayThrow(InterruptedException.class);
  }
}
