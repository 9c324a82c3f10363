package event.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import event.ManualResetEvent;
import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What one thread alone can rely on. */
class ContractTest {

  private enum Step {
    SET,
    CLEAR
  }

  @Example
  @Reveals(Bug.SHARED_STATIC_STATE)
  void eventsAreIndependentOfEachOther() {
    ManualResetEvent first = new ManualResetEvent();
    ManualResetEvent second = new ManualResetEvent();

    first.set();

    assertThat(second.isSet()).as("another event is set").isFalse();
    assertThat(new ManualResetEvent().isSet()).as("an event made later is set").isFalse();
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aNewEventIsClear() {
    assertThat(new ManualResetEvent().isSet()).isFalse();
  }

  @Property(tries = 100)
  @Reveals(Bug.WRONG_RESULT)
  void setAndClearBehaveLikeAssignmentsToABoolean(@ForAll @Size(max = 8) Step[] steps) {
    ManualResetEvent event = new ManualResetEvent();
    boolean expected = false;
    for (Step step : steps) {
      expected = step == Step.SET;
      take(step, event);
      assertThat(event.isSet()).as("set after " + step).isEqualTo(expected);
    }
  }

  @Property(tries = 20)
  @Reveals(Bug.FORGOTTEN_SIGNAL)
  void awaitPassesASetEventAsOftenAsYouLike(@ForAll @IntRange(min = 1, max = 4) int times)
      throws InterruptedException {
    ManualResetEvent event = new ManualResetEvent();
    event.set();

    for (int i = 0; i < times; i++) {
      event.await();
    }

    assertThat(event.isSet()).as("still set").isTrue();
  }

  @Property(tries = 100)
  @Reveals(Bug.FORGOTTEN_SIGNAL)
  void timedAwaitReturnsTrueWhenTheEventIsSet(@ForAll long timeout, @ForAll TimeUnit unit)
      throws InterruptedException {
    ManualResetEvent event = new ManualResetEvent();
    event.set();

    assertThat(event.await(timeout, unit)).isTrue();
  }

  @Property(tries = 50)
  @Reveals(Bug.WRONG_TIMEOUT)
  void withoutTimeToWaitAClearEventGivesFalse(
      @ForAll @LongRange(min = -1_000_000, max = 0) long timeout, @ForAll TimeUnit unit)
      throws InterruptedException {
    assertThat(new ManualResetEvent().await(timeout, unit)).isFalse();
  }

  @Property(tries = 30)
  @Reveals(Bug.WRONG_TIMEOUT)
  void evenTheShortestTimeoutEnds(@ForAll @LongRange(min = 1, max = 999_999) long nanos)
      throws InterruptedException {
    assertThat(new ManualResetEvent().await(nanos, TimeUnit.NANOSECONDS)).isFalse();
  }

  @Property(tries = 30)
  @Reveals(Bug.WRONG_TIMEOUT)
  void timedAwaitIsNeverOverBeforeItsTime(@ForAll @LongRange(min = 0, max = 3_000) long micros)
      throws InterruptedException {
    ManualResetEvent event = new ManualResetEvent();
    long begin = System.nanoTime();

    assertThat(event.await(micros, TimeUnit.MICROSECONDS)).isFalse();

    assertThat(System.nanoTime() - begin)
        .as("nanoseconds until it returned false")
        .isGreaterThanOrEqualTo(TimeUnit.MICROSECONDS.toNanos(micros));
  }

  @Property(tries = 20)
  @Reveals(Bug.WRONG_RESULT)
  void aMissingUnitIsRefused(
      @ForAll boolean set, @ForAll @IntRange(min = -1, max = 1) int timeout) {
    ManualResetEvent event = eventThatIs(set);

    assertThatThrownBy(() -> event.await(timeout, null)).isInstanceOf(NullPointerException.class);

    assertThat(event.isSet()).isEqualTo(set);
  }

  @Example
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  void anInterruptedThreadDoesNotWaitForAClearEvent() {
    requireThrowsWhenInterrupted(eventThatIs(false), ManualResetEvent::await);
  }

  @Example
  @CountsFor(Gate.LIVENESS)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void anInterruptedThreadDoesNotPassASetEvent() {
    requireThrowsWhenInterrupted(eventThatIs(true), ManualResetEvent::await);
  }

  @Property(tries = 20)
  @CountsFor(Gate.LIVENESS)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void timedAwaitThrowsWhenTheThreadIsAlreadyInterrupted(
      @ForAll boolean set, @ForAll @IntRange(min = -1, max = 1) int timeout) {
    requireThrowsWhenInterrupted(
        eventThatIs(set), event -> event.await(timeout, TimeUnit.MILLISECONDS));
  }

  @Property(tries = 20)
  @CountsFor(Gate.LIVENESS)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void methodsThatDoNotWaitKeepTheInterruptStatus(@ForAll @Size(max = 3) Step[] steps) {
    ManualResetEvent event = new ManualResetEvent();
    Thread.currentThread().interrupt();
    for (Step step : steps) {
      take(step, event);
      boolean ignored = event.isSet();
    }
    assertThat(Thread.interrupted()).as("interrupt status afterwards").isTrue();
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  void theMostNegativeTimeoutDoesNotWaitEither() throws InterruptedException {
    assertThat(new ManualResetEvent().await(Long.MIN_VALUE, TimeUnit.NANOSECONDS)).isFalse();
  }

  /** A way to wait for an event. */
  private interface Waiting {
    void waitFor(ManualResetEvent event) throws InterruptedException;
  }

  private static void requireThrowsWhenInterrupted(ManualResetEvent event, Waiting waiting) {
    boolean set = event.isSet();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () -> waiting.waitFor(event), "await by an interrupted thread, event set: %s", set)
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).as("status afterwards").isFalse();
    } finally {
      boolean ignored = Thread.interrupted();
    }
    assertThat(event.isSet()).as("set afterwards").isEqualTo(set);
  }

  private static ManualResetEvent eventThatIs(boolean set) {
    ManualResetEvent event = new ManualResetEvent();
    take(set ? Step.SET : Step.CLEAR, event);
    return event;
  }

  private static void take(Step step, ManualResetEvent event) {
    switch (step) {
      case SET -> event.set();
      case CLEAR -> event.clear();
    }
  }
}
