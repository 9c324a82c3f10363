package boundedqueue.hidden;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;

/** Who waits is woken when there is an element, or room. */
@CountsFor(Gate.LIVENESS)
class WakeUpTest {

  /** Each element is put once only: no later one makes up for a lost wake-up. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void pingPongNeverEndsInSilence(Trial trial) {
    int rounds = 4;
    BoundedQueue<Integer> there = new BoundedQueue<>(1);
    BoundedQueue<Integer> back = new BoundedQueue<>(1);
    trial.actor(
        "ping",
        () -> {
          for (int i = 0; i < rounds; i++) {
            there.put(i);
            assertThat(back.take()).isEqualTo(i);
          }
        });
    trial.actor(
        "pong",
        () -> {
          for (int i = 0; i < rounds; i++) {
            back.put(there.take());
          }
        });
    trial.join();
  }

  /** Who wants room and who wants an element may sleep side by side. */
  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void nobodyIsWokenInPlaceOfAnother(Trial trial) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(1);
    trial.actor("Ann", queue::take);
    trial.actor("Bob", queue::take);
    trial.actor("Cem", () -> queue.put(1));
    trial.actor("Dora", () -> queue.put(2));
    trial.join();
    assertThat(queue.size()).as("elements in the end").isZero();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void everythingFlowsThroughASinglePlace(Trial trial) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(1);
    for (String name : List.of("first", "second")) {
      trial.actor(name + " producer", () -> putTwo(queue));
      trial.actor(name + " consumer", () -> queue.take() + queue.take());
    }
    trial.join();
    assertThat(queue.size()).as("elements in the end").isZero();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void twoElementsWakeTwo(Trial trial) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(2);
    trial.actor("one", queue::take);
    trial.actor("two", queue::take);
    trial.settle();
    queue.offer(1);
    queue.offer(2);
    trial.join();
    assertThat(queue.size()).isZero();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void twoPlacesWakeTwo(Trial trial) {
    BoundedQueue<Integer> queue = full(2);
    trial.actor("one", () -> queue.put(1));
    trial.actor("two", () -> queue.put(2));
    trial.settle();
    queue.poll();
    queue.poll();
    trial.join();
    assertThat(queue.size()).isEqualTo(2);
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void aDrainWakesAsManyAsThereIsRoomFor(Trial trial) {
    BoundedQueue<Integer> queue = full(3);
    for (int i = 0; i < 3; i++) {
      int element = i;
      trial.actor("putter " + (i + 1), () -> queue.put(element));
    }
    trial.settle();
    queue.drainTo(new ArrayList<>(), 3);
    trial.join();
    assertThat(queue.size()).isEqualTo(3);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void aDrainThatIsCutShortWakesToo(Trial trial) {
    BoundedQueue<Integer> queue = full(3);
    trial.actor("one", () -> queue.put(1));
    trial.actor("two", () -> queue.put(2));
    trial.settle();
    assertThatThrownBy(() -> queue.drainTo(new RefusingList(2), 3)).hasMessage("full");
    trial.join();
    assertThat(queue.size()).isEqualTo(3);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOST_WAKEUP)
  void aTimedWaitIsWokenToo(Trial trial) {
    Way way = Way.withLimit(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> waiter = trial.actor("waiter", () -> way.call(queue));
    trial.settle();
    way.letOneGoOn(queue);
    trial.join();
    assertThat(waiter.result()).as("went on before the hour was over").isTrue();
  }

  private static void putTwo(BoundedQueue<Integer> queue) throws InterruptedException {
    queue.put(1);
    queue.put(2);
  }

  private static BoundedQueue<Integer> full(int capacity) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(capacity);
    while (queue.offer(0)) {
      assertThat(queue.size()).isLessThanOrEqualTo(capacity);
    }
    return queue;
  }
}
