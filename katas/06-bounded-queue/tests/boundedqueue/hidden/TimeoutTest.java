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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Waiting with a limit, while others come and go. */
@CountsFor(Gate.LIVENESS)
class TimeoutTest {

  private static final long FEW_NANOS = TimeUnit.MICROSECONDS.toNanos(20);
  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WRONG_TIMEOUT)
  void theLongestTimeoutIsLong(Trial trial) {
    Way way = Way.withLimit(trial);
    BoundedQueue<Integer> queue = way.queue();
    TimeUnit[] units = TimeUnit.values();
    TimeUnit unit = units[trial.random().nextInt(units.length)];
    Actor<Boolean> waiter = trial.actor("waiter", () -> call(way, queue, Long.MAX_VALUE, unit));
    trial.settle();
    way.letOneGoOn(queue);
    trial.join();
    assertThat(waiter.result()).as("went on within the time").isTrue();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WRONG_TIMEOUT)
  void whoIsOvertakenGoesOnWaiting(Trial trial) {
    Way way = Way.withLimit(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> waiter = trial.actor("waiter", () -> way.call(queue));
    trial.settle();
    trial.actor(
        "other",
        () -> {
          way.letOneGoOn(queue);
          if (takeBack(way, queue)) {
            way.letOneGoOn(queue);
          }
        });
    trial.join();
    assertThat(waiter.result()).as("went on within the hour").isTrue();
  }

  /** Wake-ups with nothing behind them come until the time has long been over. */
  @ConcurrentTest(share = 5)
  @Reveals(Bug.WRONG_TIMEOUT)
  void inTrafficTheTimeRunsOutAllTheSame(Trial trial) {
    Way way = Way.withLimit(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Long> waiter = trial.actor("waiter", () -> nanosWaited(way, queue, LONG_NANOS));
    trial.actor(
        "traffic",
        () -> {
          for (int i = 0; i < 4 && !waiter.hasEnded(); i++) {
            LockSupport.parkNanos(LONG_NANOS * 3 / 4);
            way.letOneGoOn(queue);
            takeBack(way, queue);
          }
        });
    trial.join();
    assertThat(!trial.clockWaits() || waiter.result() < LONG_NANOS * 5 / 2)
        .as("came back from a wait of 100 ms in time; it took %d ns", waiter.result())
        .isTrue();
  }

  @ConcurrentTest(share = 25)
  @Reveals(Bug.WRONG_TIMEOUT)
  void inTrafficNobodyGivesUpBeforeTheTimeIsOver(Trial trial) {
    Way way = Way.withLimit(trial);
    BoundedQueue<Integer> queue = way.queue();
    trial.actor("waiter", () -> nanosWaited(way, queue, SHORT_NANOS));
    trial.actor(
        "traffic",
        () -> {
          for (int i = 0; i < 5; i++) {
            way.letOneGoOn(queue);
            takeBack(way, queue);
          }
        });
    trial.join();
  }

  /** In time is what came before the time was over, also if the waiter gets to look only later. */
  @ConcurrentTest
  @Reveals(Bug.WRONG_TIMEOUT)
  void whatComesBeforeTheTimeIsOverIsFound(Trial trial) {
    long nanos = trial.clockWaits() ? FEW_NANOS : SHORT_NANOS;
    for (Way way : List.of(Way.POLL, Way.OFFER)) {
      BoundedQueue<Integer> queue = way.queue();
      AtomicLong began = new AtomicLong(System.nanoTime() - nanos);
      Actor<Boolean> waiter =
          trial.actor(
              way.wantsRoom() ? "producer" : "consumer",
              () -> {
                began.set(System.nanoTime());
                return call(way, queue, nanos, TimeUnit.NANOSECONDS);
              });
      trial.settle();
      way.letOneGoOn(queue);
      boolean inTime = System.nanoTime() - began.get() < nanos;
      if (trial.clockWaits()) {
        keepTheProcessor(nanos);
      }
      trial.join();
      assertThat(waiter.result() || !inTime).as("went on, as it came in time").isTrue();
    }
  }

  /** When the first runs out of time, the second must not sleep beside what has come. */
  @ConcurrentTest(share = 25)
  @Reveals(Bug.LOST_WAKEUP)
  void whoRunsOutOfTimeTakesNoWakeUpAlong(Trial trial) {
    Way way = Way.withLimit(trial);
    BoundedQueue<Integer> queue = way.queue();
    Actor<Boolean> first =
        trial.actor("first", () -> call(way, queue, SHORT_NANOS, TimeUnit.NANOSECONDS));
    Way other = way.wantsRoom() ? Way.PUT : Way.TAKE;
    trial.actor("second", () -> other.call(queue));
    long before = trial.random().nextBoolean() ? SHORT_NANOS : 1;
    trial.actor(
        "releaser",
        () -> {
          LockSupport.parkNanos(before);
          way.letOneGoOn(queue);
          LockSupport.parkNanos(SHORT_NANOS);
        });
    trial.join(first);
    if (first.result()) {
      way.letOneGoOn(queue);
    }
    trial.join();
  }

  private static boolean call(Way way, BoundedQueue<Integer> queue, long timeout, TimeUnit unit)
      throws InterruptedException {
    return way.wantsRoom()
        ? queue.offer(Way.SECOND, timeout, unit)
        : queue.poll(timeout, unit) != null;
  }

  /** Where the clock waits for those who run, nobody else runs until so much time has passed. */
  private static void keepTheProcessor(long nanos) {
    long begin = System.nanoTime();
    long now = begin;
    while (now - begin < nanos) {
      now = System.nanoTime();
    }
  }

  /** From the call until it went on, or gave up after its time was over. */
  private static long nanosWaited(Way way, BoundedQueue<Integer> queue, long nanos)
      throws InterruptedException {
    long begin = System.nanoTime();
    boolean wentOn = call(way, queue, nanos, TimeUnit.NANOSECONDS);
    long waited = System.nanoTime() - begin;
    assertThat(wentOn || waited >= nanos).as("went on, or gave up when the time was over").isTrue();
    return waited;
  }

  /** Undoes what has let somebody go on, if nobody has gone on. */
  private static boolean takeBack(Way way, BoundedQueue<Integer> queue) {
    return way.wantsRoom() ? queue.offer(Way.FIRST) : queue.poll() != null;
  }
}
