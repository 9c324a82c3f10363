package stoppableworker.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Between two steps lies the whole pause. */
@CountsFor(Gate.SAFETY)
class PauseTest {

  private static final long PAUSE_MILLIS = 3;
  private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Queue<Long> pauses = new ConcurrentLinkedQueue<>();
  private volatile long ended;

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WRONG_TIMEOUT)
  void noPauseIsCutShort(Trial trial) {
    requirePauses(trial, new Steps(number -> note(number, 0)));
  }

  @ConcurrentTest(share = 20)
  @Reveals(Bug.WRONG_TIMEOUT)
  void thePauseBeginsWhenTheStepEnds(Trial trial) {
    requirePauses(trial, new Steps(number -> note(number, WORK_NANOS)));
  }

  private void requirePauses(Trial trial, Steps steps) {
    steps.startedWorker(PAUSE_MILLIS);
    steps.awaitBegun(trial, 3);
    steps.end(trial);
    assertThat(pauses)
        .as("nanoseconds between two steps")
        .allMatch(pause -> pause >= TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
  }

  private void note(int number, long work) {
    if (number > 1 && number <= 3) {
      pauses.add(System.nanoTime() - ended);
    }
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < work) {
      LockSupport.parkNanos(work);
    }
    ended = System.nanoTime();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WRONG_TIMEOUT)
  void theLongestPauseIsLong(Trial trial) {
    Steps steps = Steps.untilStep(2);
    steps.startedWorker(Long.MAX_VALUE);
    steps.awaitBegun(trial, 1);
    trial.settle();
    assertThat(steps.begun()).as("steps within 292 years").isEqualTo(1);
    steps.end(trial);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void withoutAPauseTheNextStepFollows(Trial trial) {
    Steps steps = Steps.untilStep(3);
    steps.startedWorker(0);
    steps.awaitBegun(trial, 3);
    steps.end(trial);
  }
}
