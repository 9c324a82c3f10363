package boundedqueue.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.stream.IntStream;

/** Producers and consumers, who put and take in all the ways there are. */
@CountsFor(Gate.SAFETY)
class TrafficTest {

  @ConcurrentTest
  @Reveals(value = Bug.LOST_UPDATE, whenStuck = Bug.LOST_WAKEUP)
  void inTrafficNothingIsLostOrDoubled(Trial trial) {
    int capacity = 1 + trial.random().nextInt(2);
    Traffic traffic = new Traffic(trial, capacity);
    Actor<List<Integer>> watcher =
        trial.actor("watcher", () -> IntStream.range(0, 3).mapToObj(i -> traffic.size()).toList());
    trial.join();
    assertThat(traffic.received()).containsExactlyInAnyOrderElementsOf(traffic.sent());
    assertThat(watcher.result()).as("sizes seen").allMatch(size -> size >= 0 && size <= capacity);
    assertThat(traffic.size()).as("elements in the end").isZero();
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.WRONG_ORDER, whenStuck = Bug.LOST_WAKEUP)
  void everyConsumerSeesTheOrderOfEveryProducer(Trial trial) {
    Traffic traffic = new Traffic(trial, 2);
    trial.join();
    assertThat(traffic.keepsTheOrderOfEachProducer()).as("in the order of each producer").isTrue();
  }
}
