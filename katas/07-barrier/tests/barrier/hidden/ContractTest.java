package barrier.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barrier.ReusableBarrier;
import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What one thread alone can see. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  @Example
  @Reveals(Bug.SHARED_STATIC_STATE)
  void twoBarriersHaveNothingInCommon() {
    ReusableBarrier first = new ReusableBarrier(2);
    ReusableBarrier second = new ReusableBarrier(3);
    breakUp(first);
    assertThat(second.isBroken()).as("the second is broken").isFalse();
    assertThat(first.getParties()).isEqualTo(2);
    assertThat(second.getParties()).isEqualTo(3);
  }

  @Property(tries = 50)
  @Reveals(Bug.WRONG_RESULT)
  void aBarrierForOneNeverWaits(@ForAll @IntRange(min = 1, max = 5) int trips) throws Exception {
    AtomicInteger runs = new AtomicInteger();
    ReusableBarrier barrier = new ReusableBarrier(1, runs::incrementAndGet);
    for (int i = 1; i <= trips; i++) {
      assertThat(barrier.await()).as("nobody is missing").isZero();
      assertThat(barrier.await(0, TimeUnit.SECONDS)).as("nobody is missing").isZero();
      assertThat(runs.get()).as("the action has run").isEqualTo(2 * i);
    }
    assertThat(barrier.getNumberWaiting()).isZero();
    assertThat(barrier.isBroken()).isFalse();
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aBarrierIsForOneAtLeast() throws Exception {
    for (int parties : List.of(0, -1, Integer.MIN_VALUE)) {
      assertThatIllegalArgumentException().isThrownBy(() -> new ReusableBarrier(parties));
      assertThatIllegalArgumentException().isThrownBy(() -> new ReusableBarrier(parties, null));
    }
    assertThat(new ReusableBarrier(1, null).await()).isZero();
    assertThat(new ReusableBarrier(7).getParties()).isEqualTo(7);
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aTimeoutNeedsAUnit() {
    ReusableBarrier barrier = new ReusableBarrier(2);
    assertThatNullPointerException().isThrownBy(() -> barrier.await(1, null));
    assertThat(barrier.isBroken()).isFalse();
    assertThat(barrier.getNumberWaiting()).isZero();
  }

  @Property(tries = 20)
  @Reveals(Bug.WRONG_RESULT)
  void aBrokenBarrierIsBrokenUntilItIsReset(@ForAll @IntRange(min = 2, max = 4) int parties) {
    ReusableBarrier barrier = new ReusableBarrier(parties);
    barrier.reset();
    assertThat(barrier.isBroken()).as("broken by a reset").isFalse();
    for (int i = 0; i < 3; i++) {
      breakUp(barrier);
      assertThat(barrier.isBroken()).as("broken").isTrue();
      assertThat(barrier.getNumberWaiting()).isZero();
      assertThatExceptionOfType(BrokenBarrierException.class).isThrownBy(barrier::await);
      assertThatExceptionOfType(BrokenBarrierException.class)
          .isThrownBy(() -> barrier.await(1, TimeUnit.SECONDS));
      barrier.reset();
      assertThat(barrier.isBroken()).as("broken after a reset").isFalse();
    }
  }

  @Example
  @Reveals(Bug.LOST_EXCEPTION)
  void whatTheActionThrowsComesOutAndBreaksTheTrip() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    for (Throwable failure : List.of(new IllegalStateException("no"), new StackOverflowError())) {
      ReusableBarrier barrier = new ReusableBarrier(1, new Failing(failure, runs));
      assertThatThrownBy(barrier::await).isSameAs(failure);
      assertThat(barrier.isBroken()).as("broken by " + failure).isTrue();
      barrier.reset();
      assertThat(barrier.await()).as("after a reset").isZero();
      runs.set(0);
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoComesInterruptedIsTurnedAway() {
    AtomicInteger runs = new AtomicInteger();
    ReusableBarrier barrier = new ReusableBarrier(1, runs::incrementAndGet);
    assertThatInterruptEnds(barrier::await);
    assertThatInterruptEnds(() -> barrier.await(1, TimeUnit.SECONDS));
    assertThatInterruptEnds(() -> barrier.await(0, TimeUnit.SECONDS));
    assertThat(runs.get()).as("the action has run").isZero();
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void whoIsTurnedAwayBreaksNothing() {
    ReusableBarrier barrier = new ReusableBarrier(2);
    assertThatInterruptEnds(barrier::await);
    assertThatInterruptEnds(() -> barrier.await(1, TimeUnit.SECONDS));
    assertThat(barrier.isBroken()).as("broken by who never arrived").isFalse();
    assertThat(barrier.getNumberWaiting()).isZero();
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whatNeverWaitsLeavesTheInterruptAlone() {
    ReusableBarrier barrier = new ReusableBarrier(2);
    Thread.currentThread().interrupt();
    try {
      barrier.reset();
      assertThat(barrier.isBroken()).isFalse();
      assertThat(barrier.getNumberWaiting()).isZero();
      assertThat(barrier.getParties()).isEqualTo(2);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void withoutTimeTheTripBreaksAtOnce() {
    for (long timeout : List.of(0L, -1L, Long.MIN_VALUE)) {
      ReusableBarrier barrier = new ReusableBarrier(2);
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> barrier.await(timeout, TimeUnit.DAYS));
      assertThat(barrier.isBroken()).isTrue();
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void aTimeoutShorterThanAMillisecondEndsToo() {
    for (long nanos : List.of(1L, 300_000L)) {
      ReusableBarrier barrier = new ReusableBarrier(2);
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> barrier.await(nanos, TimeUnit.NANOSECONDS));
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void nobodyGivesUpBeforeTheTimeIsOver() {
    for (long micros : List.of(1L, 1_700L, 5_300L)) {
      ReusableBarrier barrier = new ReusableBarrier(2);
      long begin = System.nanoTime();
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> barrier.await(micros, TimeUnit.MICROSECONDS));
      assertThat(System.nanoTime() - begin)
          .as("nanoseconds until it gave up")
          .isGreaterThanOrEqualTo(micros * 1_000);
    }
  }

  private static void breakUp(ReusableBarrier barrier) {
    assertThatExceptionOfType(TimeoutException.class)
        .as("await with no time at all")
        .isThrownBy(() -> barrier.await(0, TimeUnit.SECONDS));
  }

  private static void assertThatInterruptEnds(Callable<Integer> call) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(call::call, "await by an interrupted thread")
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isFalse();
    } finally {
      Thread.interrupted();
    }
  }

  /** Throws the first time it runs. */
  private record Failing(Throwable failure, AtomicInteger runs) implements Runnable {

    @Override
    public void run() {
      if (runs.getAndIncrement() == 0) {
        switch (failure) {
          case RuntimeException exception -> throw exception;
          case Error error -> throw error;
          default -> throw new AssertionError(failure);
        }
      }
    }
  }
}
