package event.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import event.ManualResetEvent;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A timed wait ends when the event is set or its time is up, not before and not for less. */
@CountsFor(Gate.SAFETY)
class TimeoutTest {

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(75);
  private static final long TOO_LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void theLongestTimeoutDoesNotEndAtOnce(Trial trial) {
    Scene scene = new Scene(trial);
    TimeUnit[] units = TimeUnit.values();
    TimeUnit unit = units[trial.random().nextInt(units.length)];
    scene.waiter("waiter", () -> scene.event.await(Long.MAX_VALUE, unit));
    trial.settle();

    scene.release();

    assertThat(scene.results()).as("was set").doesNotContain(false);
  }

  @ConcurrentTest(share = 20)
  @Reveals(Bug.WRONG_TIMEOUT)
  void aPulseDoesNotCutATimedWaitShort(Trial trial) {
    Scene scene = new Scene(trial);
    scene.waiter("first waiter", () -> waitsLongEnough(scene.event));
    scene.waiter("second waiter", () -> waitsLongEnough(scene.event));
    trial.settle();

    scene.event.set();
    scene.event.clear();
    trial.join();

    assertThat(scene.results())
        .as("returned true, or false when the time was up")
        .containsOnly(true);
  }

  private static boolean waitsLongEnough(ManualResetEvent event) throws InterruptedException {
    long begin = System.nanoTime();
    return event.await(SHORT_NANOS, TimeUnit.NANOSECONDS)
        || System.nanoTime() - begin >= SHORT_NANOS;
  }

  /** Pulses that wake the waiting thread come until its time has long been over. */
  @ConcurrentTest(share = 5)
  @Reveals(Bug.WRONG_TIMEOUT)
  void pulsesDoNotProlongATimedWait(Trial trial) {
    ManualResetEvent event = new ManualResetEvent();
    Actor<Long> waiter = trial.actor("waiter", () -> nanosWaited(event));
    trial.actor(
        "pulses",
        () -> {
          for (int i = 0; i < 4 && !waiter.hasEnded(); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            event.set();
            event.clear();
          }
        });
    trial.join();

    assertThat(!trial.clockWaits() || waiter.result() < TOO_LONG_NANOS)
        .as("came back from a wait of 100 ms in time; it took %d ns", waiter.result())
        .isTrue();
  }

  /** From the call until it returned true, or false after its time was up. */
  private static long nanosWaited(ManualResetEvent event) throws InterruptedException {
    long begin = System.nanoTime();
    boolean passed = event.await(LONG_NANOS, TimeUnit.NANOSECONDS);
    long waited = System.nanoTime() - begin;
    assertThat(passed || waited >= LONG_NANOS).as("true, or false when the time was up").isTrue();
    return waited;
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void aSetBeforeTheDeadlineIsSeen(Trial trial) {
    ManualResetEvent event = new ManualResetEvent();
    AtomicLong wasSet = new AtomicLong();
    AtomicLong began = new AtomicLong();
    Actor<Boolean> waiter =
        trial.actor(
            "waiter",
            () -> {
              began.set(System.nanoTime());
              return event.await(LONG_NANOS, TimeUnit.NANOSECONDS);
            });
    trial.actor(
        "setter",
        () -> {
          event.set();
          wasSet.set(System.nanoTime());
        });
    trial.join();

    boolean inTime = wasSet.get() - began.get() < LONG_NANOS;
    assertThat(waiter.result() || !inTime).as("true, as it was set in time").isTrue();
  }
}
