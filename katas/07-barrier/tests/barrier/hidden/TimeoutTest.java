package barrier.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Waiting with a limit, while others come. */
@CountsFor(Gate.LIVENESS)
class TimeoutTest {

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void theLongestTimeoutIsLong(Trial trial) {
    Scene scene = new Scene(trial, 2);
    TimeUnit[] units = TimeUnit.values();
    TimeUnit unit = units[trial.random().nextInt(units.length)];
    Actor<Integer> first =
        trial
            .actor("first", () -> scene.barrier.await(Long.MAX_VALUE, unit))
            .mayThrow(TimeoutException.class);
    trial.settle();
    scene.comer("second");
    trial.join();
    assertThat(first.thrown()).as("thrown within the time").isEmpty();
  }

  /** The machine may be slow: then the time is over before the waiter gets to look. */
  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void whoIsNotAloneAnyMoreGoesOn(Trial trial) {
    Scene scene = new Scene(trial, 2);
    AtomicLong began = new AtomicLong();
    AtomicLong came = new AtomicLong();
    Actor<Boolean> first =
        trial.actor(
            "first",
            () -> {
              began.set(System.nanoTime());
              try {
                scene.barrier.await(SHORT_NANOS, TimeUnit.NANOSECONDS);
                return true;
              } catch (TimeoutException over) {
                return false;
              }
            });
    Actor<Boolean> second =
        trial.actor(
            "second",
            () -> {
              try {
                scene.barrier.await();
                return true;
              } catch (BrokenBarrierException late) {
                return false;
              } finally {
                came.set(System.nanoTime());
                for (int i = 0; i < 3 && trial.clockWaits(); i++) {
                  LockSupport.parkNanos(SHORT_NANOS);
                }
              }
            });
    trial.join();
    assertThat(first.result()).as("the first has gone on").isEqualTo(second.result());
    boolean inTime = came.get() - began.get() < SHORT_NANOS;
    assertThat(first.result() || !inTime).as("went on, as all had come in time").isTrue();
  }
}
