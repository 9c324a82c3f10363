package stoppableworker.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import stoppableworker.PeriodicWorker;
import stoppableworker.PeriodicWorker.State;

/** Closing asks for the end and waits for it. */
@CountsFor(Gate.LIVENESS)
class CloseTest {

  @ConcurrentTest
  @Reveals(Bug.DEADLOCK)
  void aStepMayCloseItsWorker(Trial trial) {
    AtomicReference<PeriodicWorker> worker = new AtomicReference<>();
    Steps steps = new Steps(number -> worker.get().close());
    worker.set(steps.worker(Steps.HOUR_MILLIS));
    worker.get().start();
    steps.awaitBegun(trial, 1);
    steps.awaitEnd(trial);
    assertThat(steps.begun()).as("steps, of which the first closed the worker").isEqualTo(1);
    assertThat(worker.get().state()).isEqualTo(State.STOPPED);
  }

  /** A step that has to be finished, and that does not care for interrupts. */
  private static final class LongStep {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Steps steps = new Steps(number -> Steps.awaitOpened(end));
    private final PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);

    /** Closes the worker; returns whether its thread has ended and the caller is interrupted. */
    boolean closesInterrupted() {
      worker.close();
      boolean interrupted = Thread.currentThread().isInterrupted();
      assertThat(steps.areAlive()).as("the worker lives after close").isFalse();
      return interrupted;
    }
  }

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  @CountsFor(Gate.SAFETY)
  void closingWaitsForTheLastStep(Trial trial) {
    LongStep job = new LongStep();
    job.steps.awaitBegun(trial, 1);
    Actor<Boolean> one = trial.actor("one", job::closesInterrupted);
    Actor<Boolean> other = trial.actor("other", job::closesInterrupted);
    trial.settle();
    assertThat(one.hasEnded() || other.hasEnded()).as("closed while a step runs").isFalse();
    job.end.countDown();
    trial.join();
    assertThat(one.result() || other.result()).as("interrupted by closing").isFalse();
  }

  @ConcurrentTest
  @Reveals(Bug.INTERRUPT_AS_SUCCESS)
  @CountsFor(Gate.SAFETY)
  void anInterruptDoesNotCutClosingShort(Trial trial) {
    LongStep job = new LongStep();
    job.steps.awaitBegun(trial, 1);
    Actor<Boolean> closer = trial.actor("closer", job::closesInterrupted);
    trial.settle();
    closer.interrupt();
    trial.settle();
    assertThat(closer.hasEnded()).as("closed while a step runs").isFalse();
    job.end.countDown();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void theInterruptIsStillThereWhenTheWorkerIsClosed(Trial trial) {
    LongStep job = new LongStep();
    job.steps.awaitBegun(trial, 1);
    Actor<Boolean> closer = trial.actor("closer", job::closesInterrupted);
    trial.settle();
    closer.interrupt();
    trial.settle();
    job.end.countDown();
    trial.join();
    assertThat(closer.result()).as("interrupt status after close").isTrue();
  }
}
