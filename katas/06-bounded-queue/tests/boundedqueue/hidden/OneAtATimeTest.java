package boundedqueue.hidden;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;

import boundedqueue.BoundedQueue;
import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Every call takes effect at one moment: there is an order of all calls that explains them. */
@CountsFor(Gate.SAFETY)
class OneAtATimeTest {

  private static final int CAPACITY = 2;

  @ConcurrentTest(share = 50)
  @Reveals(Bug.TORN_STATE)
  void callsThatNeverWaitTakeEffectAtOneMoment(Trial trial) {
    Specification.of(() -> new BoundedQueue<Integer>(CAPACITY), List.<Integer>of())
        .operation("offer(1)", queue -> queue.offer(1), in -> attempt(1, in))
        .operation("offer(2)", queue -> queue.offer(2), in -> attempt(2, in))
        .operation("poll()", queue -> queue.poll(), in -> head(in))
        .operation("drainTo(2)", OneAtATimeTest::drained, in -> returns(in, List.of()))
        .operation("size()", BoundedQueue::size, in -> returns(in.size(), in))
        .afterwards("drainTo(2)", OneAtATimeTest::drained, in -> returns(in, List.of()))
        .check(trial);
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.LOST_PERMIT, whenStuck = Bug.LOST_WAKEUP)
  void callsThatWaitTakeEffectAtOneMoment(Trial trial) {
    Specification.of(() -> new BoundedQueue<Integer>(CAPACITY), List.<Integer>of())
        .command("put(1)", queue -> queue.put(1), in -> append(1, in))
        .command("put(2)", queue -> queue.put(2), in -> append(2, in))
        .operation("take()", BoundedQueue::take, in -> in.isEmpty() ? waits() : head(in))
        .operation(
            "offer(3, 1 ms)",
            queue -> queue.offer(3, 1, TimeUnit.MILLISECONDS),
            in -> attempt(3, in).or(returns(false, in)))
        .operation(
            "poll(1 ms)",
            queue -> queue.poll(1, TimeUnit.MILLISECONDS),
            in -> head(in).or(returns(null, in)))
        .operation("drainTo(2)", OneAtATimeTest::drained, in -> returns(in, List.of()))
        .afterwards("drainTo(2)", OneAtATimeTest::drained, in -> returns(in, List.of()))
        .interruptible()
        .check(trial);
  }

  private static List<Integer> drained(BoundedQueue<Integer> queue) {
    List<Integer> sink = new ArrayList<>();
    queue.drainTo(sink, CAPACITY);
    return sink;
  }

  private static Effect<List<Integer>> append(int element, List<Integer> in) {
    return in.size() < CAPACITY ? done(with(in, element)) : waits();
  }

  private static Effect<List<Integer>> attempt(int element, List<Integer> in) {
    return in.size() < CAPACITY ? returns(true, with(in, element)) : returns(false, in);
  }

  private static Effect<List<Integer>> head(List<Integer> in) {
    return in.isEmpty() ? returns(null, in) : returns(in.getFirst(), in.subList(1, in.size()));
  }

  private static List<Integer> with(List<Integer> in, int element) {
    return Stream.concat(in.stream(), Stream.of(element)).toList();
  }
}
