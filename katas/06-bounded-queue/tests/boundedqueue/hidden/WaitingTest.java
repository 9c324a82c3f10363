package boundedqueue.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boundedqueue.BoundedQueue;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;

/** What a thread does that has to wait, as long as nobody puts or takes anything. */
class WaitingTest {

  @ConcurrentTest(share = 25)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  @CountsFor(Gate.LIVENESS)
  void afterAnExceptionOtherThreadsCanGoOn(Trial trial) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(2);
    queue.offer(1);
    assertThatThrownBy(() -> queue.drainTo(new RefusingList(0), 1)).hasMessage("full");
    assertThatIllegalArgumentException().isThrownBy(() -> queue.drainTo(new ArrayList<>(), -1));
    assertThatNullPointerException().isThrownBy(() -> queue.offer(null));
    Actor<Boolean> other = trial.actor("other", () -> queue.offer(2) && queue.poll() == 1);
    trial.join();
    assertThat(other.result()).isTrue();
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.BUSY_WAIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsSleeps(Trial trial) {
    Way way = Way.withoutLimit(trial);
    Actor<Boolean> waiter = way.actor(trial, "waiter", way.queue());
    trial.awaitSleep(waiter);
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WAIT_HOLDING_LOCK)
  @CountsFor(Gate.LIVENESS)
  void whoWaitsKeepsNobodyOut(Trial trial) {
    Way way = Way.any(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> waiter = way.actor(trial, "waiter", queue);
    trial.settle();
    Actor<Integer> passer = trial.actor("passer", queue::size);
    trial.join(passer);
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNBOUNDED, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void whoWaitsForRoomIsNotInYet(Trial trial) {
    Way way = trial.random().nextBoolean() ? Way.PUT : Way.OFFER;
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> waiter = way.actor(trial, "waiter", queue);
    trial.settle();
    assertThat(queue.size()).as("elements, while somebody waits for room").isEqualTo(1);
    waiter.interrupt();
    trial.join();
    assertThat(queue.size()).as("elements, after the interrupt").isEqualTo(1);
    assertThat(queue.poll()).isEqualTo(Way.FIRST);
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void nobodyGoesOnForNothing(Trial trial) {
    Way way = Way.withoutLimit(trial);
    Actor<Boolean> waiter = way.actor(trial, "waiter", way.queue());
    trial.awaitSleep(waiter);
    assertThat(waiter.hasEnded()).as("it went on, and nothing has come or gone").isFalse();
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void withATimeLimitNobodyGoesOnForNothingEither(Trial trial) {
    Way way = Way.withLimit(trial);
    Actor<Boolean> waiter = way.actor(trial, "waiter", way.queue());
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.thrown().isEmpty() && waiter.result())
        .as("it went on, and nothing has come or gone")
        .isFalse();
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.WRONG_TIMEOUT, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoHasTimeDoesNotGiveUp(Trial trial) {
    Way way = Way.withLimit(trial);
    Actor<Boolean> waiter = way.actor(trial, "waiter", way.queue());
    trial.settle();
    assertThat(waiter.hasEnded() && waiter.thrown().isEmpty() && !waiter.result())
        .as("it gave up, long before the hour was over")
        .isFalse();
    waiter.interrupt();
    trial.join();
  }

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.SAFETY)
  void anInterruptIsNeitherAnElementNorAPlace(Trial trial) {
    Way way = Way.any(trial);
    Actor<Boolean> waiter = way.actor(trial, "waiter", way.queue());
    trial.settle();
    waiter.interrupt();
    trial.join();
    assertThat(waiter.thrown()).as("what the interrupted wait threw").isPresent();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void theExceptionStandsForTheInterruptStatus(Trial trial) {
    Way way = Way.any(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> waiter =
        trial.actor(
            "waiter",
            () -> {
              try {
                way.call(queue);
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

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  @CountsFor(Gate.LIVENESS)
  void anInterruptedWaitLeavesNothingLocked(Trial trial) {
    Way way = Way.any(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> waiter = way.actor(trial, "waiter", queue);
    trial.settle();
    waiter.interrupt();
    trial.join(waiter);
    trial.actor(
        "other",
        () -> {
          queue.poll();
          return queue.offer(3);
        });
    trial.join();
    assertThat(queue.size()).isEqualTo(1);
  }
}
