package stoppableworker.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import stoppableworker.PeriodicWorker;
import stoppableworker.PeriodicWorker.State;

/** What can be seen of a worker that is never started. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  private static PeriodicWorker worker() {
    return new PeriodicWorker("worker", true, 1, () -> {});
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aNewWorkerIsNew() throws InterruptedException {
    PeriodicWorker worker = worker();
    assertThat(worker.state()).isEqualTo(State.NEW);
    assertThat(worker.failure()).isEmpty();
    assertThat(worker.awaitStopped(0, TimeUnit.SECONDS)).as("has stopped").isFalse();
  }

  @Example
  @Reveals(Bug.UNSAFE_PUBLICATION)
  void noThreadRunsBeforeTheStart() throws InterruptedException {
    Set<Thread> before = running();
    PeriodicWorker worker = worker();
    Set<Thread> more = running();
    more.removeAll(before);
    assertThat(more).as("threads that run before start()").isEmpty();
    worker.close();
  }

  /** Those of this thread's group: the virtual machine may start others at any time. */
  private static Set<Thread> running() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() == group)
        .collect(Collectors.toSet());
  }

  @Example
  @Reveals(Bug.FORGOTTEN_SIGNAL)
  void aStopBeforeTheStartIsRemembered() {
    PeriodicWorker worker = worker();
    worker.requestStop();
    assertThat(worker.state()).as("stopped before it was started").isEqualTo(State.STOPPED);
    assertThatIllegalStateException().isThrownBy(worker::start);
    assertThat(worker.state()).isEqualTo(State.STOPPED);
  }

  /** The first call that asks for the end decides, and nothing afterwards. */
  @Property(tries = 50)
  @Reveals(Bug.FORGOTTEN_SIGNAL)
  void whatWasStoppedStaysStopped(@ForAll @Size(min = 1, max = 5) List<Step> steps)
      throws InterruptedException {
    PeriodicWorker worker = worker();
    worker.requestStop();
    for (Step step : steps) {
      step.apply(worker);
      assertThat(worker.state()).as("after " + step).isEqualTo(State.STOPPED);
      assertThat(worker.failure()).as("after " + step).isEmpty();
    }
  }

  @Example
  @Reveals(Bug.FORGOTTEN_SIGNAL)
  void closingANewWorkerStopsIt() throws InterruptedException {
    PeriodicWorker worker = worker();
    worker.close();
    assertThat(worker.state()).isEqualTo(State.STOPPED);
    assertThatIllegalStateException().isThrownBy(worker::start);
    for (long timeout : List.of(-1L, 0L, 1L, Long.MAX_VALUE)) {
      assertThat(worker.awaitStopped(timeout, TimeUnit.DAYS)).as("has stopped").isTrue();
    }
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aWorkerNeedsANameAndAStep() {
    assertThatNullPointerException().isThrownBy(() -> new PeriodicWorker(null, true, 1, () -> {}));
    assertThatNullPointerException().isThrownBy(() -> new PeriodicWorker("worker", true, 1, null));
  }

  @Property(tries = 20)
  @Reveals(Bug.WRONG_RESULT)
  void aPauseIsNotNegative(@ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long pause) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PeriodicWorker("worker", true, pause, () -> {}));
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aTimeoutNeedsAUnit() {
    PeriodicWorker worker = worker();
    assertThatNullPointerException().isThrownBy(() -> worker.awaitStopped(1, null));
    worker.requestStop();
    assertThatNullPointerException().isThrownBy(() -> worker.awaitStopped(1, null));
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void aTimeoutEnds() throws InterruptedException {
    PeriodicWorker worker = worker();
    for (long nanos : List.of(Long.MIN_VALUE, 0L, 1L, 300_000L, 3_000_000L)) {
      long begin = System.nanoTime();
      assertThat(worker.awaitStopped(nanos, TimeUnit.NANOSECONDS)).as("has stopped").isFalse();
      assertThat(System.nanoTime() - begin).as("nanoseconds waited").isGreaterThanOrEqualTo(nanos);
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoComesInterruptedDoesNotWait() {
    PeriodicWorker worker = worker();
    for (int i = 0; i < 2; i++) {
      for (long timeout : List.of(-1L, 0L, 1L)) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> worker.awaitStopped(timeout, TimeUnit.HOURS))
            .as("awaitStopped by an interrupted thread")
            .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("interrupt status afterwards").isFalse();
      }
      worker.requestStop();
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whatDoesNotThrowLeavesTheInterruptAlone() {
    Thread.currentThread().interrupt();
    try {
      PeriodicWorker worker = worker();
      worker.requestStop();
      worker.close();
      assertThat(worker.state()).isEqualTo(State.STOPPED);
      assertThat(worker.failure()).isEmpty();
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  /** What may be done to a worker that was stopped. */
  enum Step {
    START,
    REQUEST_STOP,
    CLOSE,
    AWAIT;

    void apply(PeriodicWorker worker) throws InterruptedException {
      switch (this) {
        case START -> assertThatIllegalStateException().isThrownBy(worker::start);
        case REQUEST_STOP -> worker.requestStop();
        case CLOSE -> worker.close();
        case AWAIT -> assertThat(worker.awaitStopped(1, TimeUnit.HOURS)).isTrue();
      }
    }
  }
}
