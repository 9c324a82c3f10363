package boundedqueue.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import boundedqueue.BoundedQueue;
import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An interrupt that comes together with what the thread waits for. */
@CountsFor(Gate.LIVENESS)
class InterruptTest {

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void whoIsInterruptedTakesNoWakeUpAlong(Trial trial) {
    Way way = Way.any(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> first = way.actor(trial, "first", queue);
    trial.settle();
    Way other = way.wantsRoom() ? Way.PUT : Way.TAKE;
    Actor<Boolean> second = trial.actor("second", () -> other.call(queue));
    trial.settle();
    trial.actor("releaser", () -> way.letOneGoOn(queue));
    trial.actor("interrupter", first::interrupt);
    trial.join(first);
    if (first.thrown().isEmpty()) {
      way.letOneGoOn(queue);
    }
    trial.join();
    assertThat(second.result()).isTrue();
  }

  /** Either may win, but the element is in the queue or with the waiter, and so is the place. */
  @ConcurrentTest
  @Reveals(Bug.LOST_PERMIT)
  @CountsFor(Gate.SAFETY)
  void whatComesWithAnInterruptIsNotLost(Trial trial) {
    Way way = Way.any(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> waiter = way.actor(trial, "waiter", queue);
    trial.settle();
    trial.actor("releaser", () -> way.letOneGoOn(queue));
    trial.actor("interrupter", waiter::interrupt);
    trial.join();
    int expected = way.wantsRoom() ^ waiter.thrown().isPresent() ? 1 : 0;
    assertThat(queue.size()).as("elements in the end").isEqualTo(expected);
  }

  /** Who goes on although an interrupt has come must be able to see the interrupt later. */
  @ConcurrentTest(share = 50)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void anInterruptThatComesTooLateIsKept(Trial trial) {
    Way way = Way.any(trial);
    BoundedQueue<Integer> queue = way.queue();
    AtomicBoolean sent = new AtomicBoolean();
    Actor<Boolean> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  way.call(queue);
                  return !sent.get() || Thread.currentThread().isInterrupted();
                })
            .mayThrow(InterruptedException.class);
    trial.actor("releaser", () -> way.letOneGoOn(queue));
    trial.actor(
        "interrupter",
        () -> {
          waiter.interrupt();
          sent.set(true);
        });
    trial.join();
    assertThat(waiter.thrown().isPresent() || waiter.result())
        .as("the interrupt was thrown, or is there to be seen")
        .isTrue();
  }

  /** Thrown by the timed wait, or left for the next one: an interrupt must not vanish. */
  @ConcurrentTest(share = 20)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void aTimedWaitDoesNotLoseAnInterrupt(Trial trial) {
    Way way = Way.withLimit(trial);
    BoundedQueue<Integer> queue = way.queue();
    CountDownLatch sent = new CountDownLatch(1);
    Actor<Void> waiter =
        trial
            .actor(
                "waiter",
                () -> {
                  if (way == Way.POLL) {
                    assertThat(queue.poll(50, TimeUnit.MILLISECONDS)).isNull();
                  } else {
                    assertThat(queue.offer(2, 50, TimeUnit.MILLISECONDS)).isFalse();
                  }
                  sent.await();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();
    waiter.interrupt();
    sent.countDown();
    trial.join();
    assertThat(waiter.thrown()).as("what the interrupted wait threw").isPresent();
  }
}
