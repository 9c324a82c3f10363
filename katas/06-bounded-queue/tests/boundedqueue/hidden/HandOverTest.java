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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What goes in comes out, once, complete and in its order, whoever comes at the same time. */
@CountsFor(Gate.SAFETY)
class HandOverTest {

  @ConcurrentTest
  @Reveals(Bug.UNSAFE_PUBLICATION)
  void whatComesOutIsComplete(Trial trial) {
    BoundedQueue<int[]> queue = new BoundedQueue<>(2);
    trial.actor(
        "producer",
        () -> {
          int[] letter = new int[1];
          letter[0] = 7;
          queue.offer(letter);
        });
    Actor<Boolean> consumer =
        trial.actor(
            "consumer",
            () -> {
              int[] letter = queue.poll();
              return letter == null || letter[0] == 7;
            });
    trial.join();
    assertThat(consumer.result()).as("nothing there, or all that was written").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void theLastPlaceIsFilledOnce(Trial trial) {
    List<BoundedQueue<Integer>> queues =
        Stream.generate(() -> new BoundedQueue<Integer>(1)).limit(4).toList();
    Actor<List<Boolean>> left =
        trial.actor("left", () -> queues.stream().map(queue -> queue.offer(1)).toList());
    Actor<List<Boolean>> right =
        trial.actor("right", () -> queues.stream().map(queue -> queue.offer(2)).toList());
    trial.join();
    for (int i = 0; i < queues.size(); i++) {
      assertThat(left.result().get(i) ^ right.result().get(i)).as("exactly one is in").isTrue();
      assertThat(queues.get(i).size()).as("elements, of 1 at most").isEqualTo(1);
    }
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.CHECK_THEN_ACT)
  void theLastElementGoesToOne(Trial trial) {
    BoundedQueue<Integer> queue = filled(2, 1);
    Actor<Boolean> left = trial.actor("left", () -> queue.poll() != null);
    Actor<Boolean> right = trial.actor("right", () -> queue.poll() != null);
    trial.join();
    assertThat(left.result() ^ right.result()).as("exactly one has it").isTrue();
    assertThat(queue.size()).isZero();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void puttingAndTakingAtTheSameTimeBothCount(Trial trial) {
    BoundedQueue<Integer> queue = filled(6, 3);
    trial.actor("giver", () -> assertThat(queue.offer(3) && queue.offer(4)).isTrue());
    trial.actor(
        "taker", () -> assertThat(List.of(queue.poll(), queue.poll())).containsExactly(0, 1));
    trial.join();
    assertThat(queue.size()).as("size, 2 in and 2 out").isEqualTo(3);
    List<Integer> rest = new ArrayList<>();
    queue.drainTo(rest, 6);
    assertThat(rest).as("what is left").containsExactly(2, 3, 4);
  }

  /** With room for one: what is not empty is full, and what is not full is empty. */
  @ConcurrentTest(share = 50)
  @Reveals(Bug.TORN_STATE)
  void whatIsEmptyIsNotFull(Trial trial) {
    BoundedQueue<Integer> queue = filled(1, 1);
    trial.actor("taker", () -> queue.poll());
    Actor<Boolean> other = trial.actor("other", () -> queue.poll() != null || queue.offer(1));
    trial.join();
    assertThat(other.result()).as("if it is empty, there is room").isTrue();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.TORN_STATE)
  void whatIsFullIsNotEmpty(Trial trial) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(1);
    trial.actor("putter", () -> queue.offer(1));
    Actor<Boolean> other = trial.actor("other", () -> queue.offer(2) || queue.poll() != null);
    trial.join();
    assertThat(other.result()).as("if it is full, there is an element").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.TORN_STATE)
  void whatIsDrainedLaySideBySide(Trial trial) {
    BoundedQueue<Integer> queue = filled(4, 4);
    List<Integer> sink = new ArrayList<>();
    Actor<Integer> drainer = trial.actor("drainer", () -> queue.drainTo(sink, 4));
    Actor<Integer> taker = trial.actor("taker", () -> Objects.requireNonNullElse(queue.poll(), -1));
    trial.join();
    boolean tookFirst = taker.result() == 0;
    assertThat(taker.result()).as("taken before or after all").isIn(0, -1);
    assertThat(sink).as("drained").isEqualTo(tookFirst ? List.of(1, 2, 3) : List.of(0, 1, 2, 3));
    assertThat(drainer.result()).isEqualTo(sink.size());
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.TORN_STATE)
  void nobodySeesHalfOfADrain(Trial trial) {
    BoundedQueue<Integer> queue = filled(3, 3);
    trial.actor("drainer", () -> queue.drainTo(new ArrayList<>(), 3));
    Actor<Integer> watcher = trial.actor("watcher", queue::size);
    trial.join();
    assertThat(watcher.result()).as("size seen, 3 before and 0 after").isIn(3, 0);
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  void oneElementLetsOneGoOn(Trial trial) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(2);
    Actor<Integer> left = trial.actor("left", queue::take);
    Actor<Integer> right = trial.actor("right", queue::take);
    trial.settle();
    queue.offer(0);
    trial.settle();
    assertThat(left.hasEnded() && right.hasEnded()).as("both went on for one").isFalse();
    queue.offer(1);
    trial.join();
    assertThat(List.of(left.result(), right.result())).containsExactlyInAnyOrder(0, 1);
    assertThat(queue.size()).isZero();
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  void onePlaceLetsOneGoOn(Trial trial) {
    BoundedQueue<Integer> queue = filled(1, 1);
    trial.actor("left", () -> queue.put(1));
    trial.actor("right", () -> queue.put(2));
    trial.settle();
    assertThat(queue.poll()).isZero();
    trial.settle();
    assertThat(queue.size()).as("elements, of 1 at most").isLessThanOrEqualTo(1);
    trial.eventually("one of the two is in", () -> queue.size() == 1);
    int first = queue.poll();
    trial.join();
    assertThat(queue.poll()).as("the other one").isEqualTo(3 - first);
    assertThat(queue.size()).isZero();
  }

  private static BoundedQueue<Integer> filled(int capacity, int count) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(capacity);
    for (int i = 0; i < count; i++) {
      assertThat(queue.offer(i)).isTrue();
    }
    return queue;
  }
}
