package boundedqueue.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boundedqueue.BoundedQueue;
import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What one thread alone can see: a list with a limit, first in, first out. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  @Example
  @Reveals(Bug.SHARED_STATIC_STATE)
  void twoQueuesHaveNothingInCommon() {
    BoundedQueue<String> first = new BoundedQueue<>(2);
    BoundedQueue<String> second = new BoundedQueue<>(3);
    assertThat(first.offer("for the first")).isTrue();
    assertThat(second.size()).as("elements in the second").isZero();
    assertThat(second.poll()).as("taken from the second").isNull();
    assertThat(first.capacity()).isEqualTo(2);
    assertThat(second.capacity()).isEqualTo(3);
  }

  @Property(tries = 200)
  @Reveals(Bug.WRONG_RESULT)
  void itBehavesLikeAListWithALimit(
      @ForAll @IntRange(min = 1, max = 6) int capacity,
      @ForAll("steps") @Size(max = 40) List<Step> steps)
      throws InterruptedException {
    BoundedQueue<Integer> queue = new BoundedQueue<>(capacity);
    assertThat(queue.capacity()).isEqualTo(capacity);
    List<Integer> model = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).apply(queue, i, model, capacity);
      assertThat(queue.size()).as("size after " + steps.get(i)).isEqualTo(model.size());
    }
    List<Integer> rest = new ArrayList<>();
    assertThat(queue.drainTo(rest, Integer.MAX_VALUE)).isEqualTo(model.size());
    assertThat(rest).as("what is left").isEqualTo(model);
  }

  @Property(tries = 100)
  @Reveals(Bug.WRONG_RESULT)
  void theOrderHoldsHoweverOftenTheQueueIsFilledAndEmptied(
      @ForAll @IntRange(min = 1, max = 9) int capacity,
      @ForAll @IntRange(min = 1, max = 9) int atOnce) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(capacity);
    int in = 0;
    int out = 0;
    for (int round = 0; round < 3 * capacity; round++) {
      for (int i = 0; i < Math.min(atOnce, capacity); i++) {
        assertThat(queue.offer(in++)).isTrue();
      }
      while (out < in) {
        assertThat(queue.poll()).isEqualTo(out++);
      }
    }
    assertThat(queue.poll()).isNull();
  }

  @Property(tries = 100)
  @Reveals(Bug.WRONG_RESULT)
  void whatTheSinkRefusesStaysInTheQueue(
      @ForAll @IntRange(min = 1, max = 5) int count,
      @ForAll @IntRange(min = 0, max = 4) int accepted,
      @ForAll @IntRange(min = 5, max = 7) int capacity) {
    BoundedQueue<Integer> queue = filled(capacity, count);
    RefusingList sink = new RefusingList(Math.min(accepted, count - 1));
    assertThatThrownBy(() -> queue.drainTo(sink, 10)).isSameAs(sink.refusal);
    int altogether = sink.size() + queue.size();
    assertThat(altogether).as("in the sink and left, none is lost").isGreaterThanOrEqualTo(count);
    assertThat(altogether).as("in the sink and left, none is in both").isLessThanOrEqualTo(count);
    List<Integer> all = new ArrayList<>(sink);
    queue.drainTo(all, 10);
    assertThat(all).as("moved, and left").isEqualTo(upTo(count));
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aQueueNeedsRoomForOne() {
    for (int capacity : List.of(0, -1, Integer.MIN_VALUE)) {
      assertThatIllegalArgumentException().isThrownBy(() -> new BoundedQueue<String>(capacity));
    }
    assertThat(new BoundedQueue<String>(1).capacity()).isEqualTo(1);
  }

  @Property(tries = 20)
  @Reveals(Bug.WRONG_RESULT)
  void nullIsNoElement(@ForAll @IntRange(min = 0, max = 2) int count) {
    BoundedQueue<Integer> queue = filled(2, count);
    assertThatNullPointerException().isThrownBy(() -> queue.put(null));
    assertThatNullPointerException().isThrownBy(() -> queue.offer(null));
    assertThatNullPointerException().isThrownBy(() -> queue.offer(null, 1, TimeUnit.SECONDS));
    assertThatNullPointerException().isThrownBy(() -> queue.offer(9, 1, null));
    assertThatNullPointerException().isThrownBy(() -> queue.poll(1, null));
    assertThatNullPointerException().isThrownBy(() -> queue.drainTo(null, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> queue.drainTo(new ArrayList<>(), -1));
    assertThat(queue.size()).as("size afterwards").isEqualTo(count);
  }

  /** Full garbage collections, a few at most: one is enough where nothing refers to the element. */
  @Example
  @Reveals(Bug.OBSOLETE_REFERENCE)
  void whatWasTakenOutIsNotKeptAlive() throws InterruptedException {
    assertThatIsNotKeptAlive("take()", BoundedQueue::take);
    assertThatIsNotKeptAlive("poll()", BoundedQueue::poll);
    assertThatIsNotKeptAlive("poll(1 s)", queue -> queue.poll(1, TimeUnit.SECONDS));
    assertThatIsNotKeptAlive("drainTo(1)", queue -> queue.drainTo(new ArrayList<>(), 1));
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoComesInterruptedIsTurnedAway() {
    BoundedQueue<Integer> queue = filled(2, 1);
    assertThatInterruptEnds(() -> {
      queue.put(9);
      return true;
    });
    assertThatInterruptEnds(queue::take);
    assertThatInterruptEnds(() -> queue.offer(9, 0, TimeUnit.SECONDS));
    assertThatInterruptEnds(() -> queue.offer(9, 1, TimeUnit.SECONDS));
    assertThatInterruptEnds(() -> queue.poll(0, TimeUnit.SECONDS));
    assertThatInterruptEnds(() -> queue.poll(1, TimeUnit.SECONDS));
    assertThat(queue.size()).as("size afterwards").isEqualTo(1);
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whatNeverWaitsLeavesTheInterruptAlone() {
    BoundedQueue<Integer> queue = filled(3, 1);
    Thread.currentThread().interrupt();
    try {
      assertThat(queue.offer(1)).isTrue();
      assertThat(queue.poll()).isZero();
      assertThat(queue.drainTo(new ArrayList<>(), 2)).isEqualTo(1);
      assertThat(queue.size()).isZero();
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void noTimeMeansOneAttempt() throws InterruptedException {
    BoundedQueue<Integer> queue = new BoundedQueue<>(1);
    for (long timeout : List.of(0L, -1L, Long.MIN_VALUE)) {
      assertThat(queue.poll(timeout, TimeUnit.DAYS)).isNull();
      assertThat(queue.offer(1, timeout, TimeUnit.DAYS)).isTrue();
      assertThat(queue.offer(2, timeout, TimeUnit.DAYS)).isFalse();
      assertThat(queue.poll(timeout, TimeUnit.DAYS)).isEqualTo(1);
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void aTimeoutShorterThanAMillisecondEndsToo() throws InterruptedException {
    BoundedQueue<Integer> queue = new BoundedQueue<>(1);
    assertThat(queue.poll(300, TimeUnit.MICROSECONDS)).isNull();
    assertThat(queue.poll(1, TimeUnit.NANOSECONDS)).isNull();
    assertThat(queue.offer(1)).isTrue();
    assertThat(queue.offer(2, 300, TimeUnit.MICROSECONDS)).isFalse();
    assertThat(queue.offer(2, 1, TimeUnit.NANOSECONDS)).isFalse();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void nobodyGivesUpBeforeTheTimeIsOver() throws InterruptedException {
    BoundedQueue<Integer> empty = new BoundedQueue<>(1);
    BoundedQueue<Integer> full = filled(1, 1);
    for (long micros : List.of(1L, 1_700L, 5_300L)) {
      long begin = System.nanoTime();
      assertThat(empty.poll(micros, TimeUnit.MICROSECONDS)).isNull();
      long between = System.nanoTime();
      assertThat(full.offer(2, micros, TimeUnit.MICROSECONDS)).isFalse();
      long end = System.nanoTime();
      assertThat(between - begin).as("nanoseconds in poll").isGreaterThanOrEqualTo(micros * 1_000);
      assertThat(end - between).as("nanoseconds in offer").isGreaterThanOrEqualTo(micros * 1_000);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Step.What.values()), Arbitraries.integers().between(0, 4))
        .as(Step::new)
        .list();
  }

  /** A way to take one element out. */
  private interface Taking {
    Object from(BoundedQueue<Object> queue) throws InterruptedException;
  }

  private static void assertThatIsNotKeptAlive(String name, Taking taking)
      throws InterruptedException {
    BoundedQueue<Object> queue = new BoundedQueue<>(2);
    WeakReference<Object> taken = putAndTake(queue, taking);
    for (int i = 0; i < 5 && taken.get() != null; i++) {
      System.gc();
    }
    assertThat(taken.get() == null).as("after " + name + ", nothing refers to it").isTrue();
    assertThat(queue.size()).isZero();
  }

  private static WeakReference<Object> putAndTake(BoundedQueue<Object> queue, Taking taking)
      throws InterruptedException {
    Object element = new Object();
    queue.put(element);
    taking.from(queue);
    return new WeakReference<>(element);
  }

  private static BoundedQueue<Integer> filled(int capacity, int count) {
    BoundedQueue<Integer> queue = new BoundedQueue<>(capacity);
    for (int element : upTo(count)) {
      assertThat(queue.offer(element)).isTrue();
    }
    return queue;
  }

  private static List<Integer> upTo(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private static void assertThatInterruptEnds(Callable<?> call) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(call::call).isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isFalse();
    } finally {
      Thread.interrupted();
    }
  }

  /** One call on a queue, with what the model says about it. */
  record Step(What what, int n) {

    enum What {
      PUT,
      TAKE,
      OFFER,
      OFFER_WITH_TIME,
      OFFER_WITHOUT_TIME,
      POLL,
      POLL_WITH_TIME,
      POLL_WITHOUT_TIME,
      DRAIN
    }

    /** Does it, unless it would wait, and to the model, too. */
    void apply(BoundedQueue<Integer> queue, int element, List<Integer> model, int capacity)
        throws InterruptedException {
      switch (what) {
        case PUT, OFFER, OFFER_WITH_TIME, OFFER_WITHOUT_TIME ->
            append(queue, element, model, model.size() < capacity);
        case TAKE, POLL, POLL_WITH_TIME, POLL_WITHOUT_TIME -> remove(queue, model);
        case DRAIN -> drain(queue, model);
      }
    }

    private void append(BoundedQueue<Integer> queue, int element, List<Integer> model, boolean room)
        throws InterruptedException {
      boolean appended =
          switch (what) {
            case OFFER -> queue.offer(element);
            case OFFER_WITHOUT_TIME -> queue.offer(element, 0, TimeUnit.SECONDS);
            case OFFER_WITH_TIME -> room && queue.offer(element, 1, TimeUnit.HOURS);
            case PUT -> room && put(queue, element);
            case TAKE, POLL, POLL_WITH_TIME, POLL_WITHOUT_TIME, DRAIN -> throw notThis();
          };
      assertThat(appended).as(this + " of " + element + " to " + model).isEqualTo(room);
      if (room) {
        model.add(element);
      }
    }

    private static boolean put(BoundedQueue<Integer> queue, int element)
        throws InterruptedException {
      queue.put(element);
      return true;
    }

    private void remove(BoundedQueue<Integer> queue, List<Integer> model)
        throws InterruptedException {
      Integer expected = model.isEmpty() ? null : model.removeFirst();
      Integer removed =
          switch (what) {
            case POLL -> queue.poll();
            case POLL_WITHOUT_TIME -> queue.poll(0, TimeUnit.SECONDS);
            case POLL_WITH_TIME -> expected == null ? null : queue.poll(1, TimeUnit.HOURS);
            case TAKE -> expected == null ? null : queue.take();
            case PUT, OFFER, OFFER_WITH_TIME, OFFER_WITHOUT_TIME, DRAIN -> throw notThis();
          };
      assertThat(removed).as(this + " before " + model).isEqualTo(expected);
    }

    private void drain(BoundedQueue<Integer> queue, List<Integer> model) {
      List<Integer> expected = model.subList(0, Math.min(n, model.size()));
      List<Integer> sink = new ArrayList<>();
      assertThat(queue.drainTo(sink, n)).as("drained").isEqualTo(expected.size());
      assertThat(sink).as("drained, " + n + " at most").isEqualTo(expected);
      expected.clear();
    }

    private IllegalStateException notThis() {
      return new IllegalStateException("not " + this);
    }
  }
}
