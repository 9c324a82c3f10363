package semaphore.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
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
import semaphore.CountingSemaphore;

/** What one thread alone can see: a number with a lower and an upper limit. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  @Example
  @Reveals(Bug.OWNERSHIP_ASSUMED)
  void aThreadThatNeverAcquiredMayRelease() {
    CountingSemaphore semaphore = new CountingSemaphore(0, 2);
    semaphore.release();
    semaphore.release(1);
    assertThat(semaphore.availablePermits()).isEqualTo(2);
  }

  @Example
  @Reveals(Bug.SHARED_STATIC_STATE)
  void twoSemaphoresHaveNothingInCommon() {
    CountingSemaphore first = new CountingSemaphore(1, 5);
    CountingSemaphore second = new CountingSemaphore(4, 7);
    second.release(2);
    assertThat(first.availablePermits()).as("permits of the first of two").isEqualTo(1);
    assertThat(first.tryAcquire(1)).isTrue();
    assertThat(second.availablePermits()).as("permits of the second of two").isEqualTo(6);
  }

  @Property(tries = 100)
  @Reveals(Bug.OVER_RELEASE)
  void whatIsTooMuchToReleaseIsRefused(
      @ForAll @IntRange(min = 1, max = 6) int max,
      @ForAll @IntRange(min = 0, max = 6) int taken,
      @ForAll @IntRange(min = 1, max = 9) int tooMany) {
    CountingSemaphore semaphore = new CountingSemaphore(max);
    int held = Math.min(taken, max);
    assertThat(semaphore.tryAcquire(held)).isTrue();
    assertThatIllegalStateException()
        .as("release(%d) with %d of %d taken", held + tooMany, held, max)
        .isThrownBy(() -> semaphore.release(held + tooMany));
    assertThat(semaphore.availablePermits()).isEqualTo(max - held);
  }

  @Example
  @Reveals(Bug.OVER_RELEASE)
  void anOverflowIsTooMuchToo() {
    CountingSemaphore semaphore = new CountingSemaphore(Integer.MAX_VALUE);
    assertThatIllegalStateException().isThrownBy(semaphore::release);
    assertThatIllegalStateException().isThrownBy(() -> semaphore.release(Integer.MAX_VALUE));
    assertThat(semaphore.availablePermits()).isEqualTo(Integer.MAX_VALUE);
  }

  @Property(tries = 100)
  @Reveals(Bug.WRONG_RESULT)
  void theConstructorsKnowTheirLimits(
      @ForAll @IntRange(min = -2, max = 4) int initial,
      @ForAll @IntRange(min = -2, max = 4) int max) {
    if (max >= 1 && initial >= 0 && initial <= max) {
      assertThat(new CountingSemaphore(initial, max).availablePermits()).isEqualTo(initial);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new CountingSemaphore(initial, max));
    }
    if (max >= 1) {
      assertThat(new CountingSemaphore(max).availablePermits()).isEqualTo(max);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new CountingSemaphore(max));
    }
  }

  @Property(tries = 50)
  @Reveals(Bug.WRONG_RESULT)
  void whatCanNeverSucceedIsRefusedAtOnce(
      @ForAll @IntRange(min = 1, max = 4) int max, @ForAll @IntRange(min = 1, max = 3) int beyond) {
    CountingSemaphore semaphore = new CountingSemaphore(1, max);
    for (int n : List.of(-beyond, max + beyond, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      assertThatIllegalArgumentException()
          .as("tryAcquire(%d) where %d is the maximum", n, max)
          .isThrownBy(() -> semaphore.tryAcquire(n));
      assertThatIllegalArgumentException()
          .as("tryAcquire(%d) with a time limit, where %d is the maximum", n, max)
          .isThrownBy(() -> semaphore.tryAcquire(n, 0, TimeUnit.SECONDS));
      assertThatIllegalArgumentException()
          .as("acquire(%d) where %d is the maximum", n, max)
          .isThrownBy(() -> semaphore.acquire(n));
    }
    assertThatIllegalArgumentException()
        .as("release(%d)", -beyond)
        .isThrownBy(() -> semaphore.release(-beyond));
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aTimeoutNeedsAUnit() {
    CountingSemaphore semaphore = new CountingSemaphore(1);
    assertThatNullPointerException().isThrownBy(() -> semaphore.tryAcquire(1, 1, null));
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  @Property(tries = 200)
  @Reveals(Bug.WRONG_RESULT)
  void itCountsAsANumberWithTwoLimits(
      @ForAll @IntRange(min = 1, max = 6) int max,
      @ForAll @IntRange(min = 0, max = 6) int wish,
      @ForAll("steps") @Size(max = 20) List<Step> steps)
      throws InterruptedException {
    int free = Math.min(wish, max);
    CountingSemaphore semaphore = new CountingSemaphore(free, max);
    for (Step step : steps) {
      free = step.apply(semaphore, free, max);
      assertThat(semaphore.availablePermits()).as("after " + step).isEqualTo(free);
    }
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void nothingCanBeHadAndGivenAtAnyTime() throws InterruptedException {
    CountingSemaphore empty = new CountingSemaphore(0, 1);
    empty.acquire(0);
    assertThat(empty.tryAcquire(0)).isTrue();
    assertThat(empty.tryAcquire(0, 0, TimeUnit.SECONDS)).isTrue();
    empty.release(0);
    assertThat(empty.availablePermits()).isZero();
    CountingSemaphore full = new CountingSemaphore(1);
    full.release(0);
    assertThat(full.availablePermits()).isEqualTo(1);
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whoComesInterruptedIsTurnedAway() {
    CountingSemaphore semaphore = new CountingSemaphore(3);
    assertThatInterruptEnds(() -> {
      semaphore.acquire();
      return true;
    });
    assertThatInterruptEnds(() -> {
      semaphore.acquire(2);
      return true;
    });
    assertThatInterruptEnds(() -> semaphore.tryAcquire(1, 1, TimeUnit.SECONDS));
    assertThat(semaphore.availablePermits()).isEqualTo(3);
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  @CountsFor(Gate.LIVENESS)
  void whatNeverWaitsLeavesTheInterruptAlone() {
    CountingSemaphore semaphore = new CountingSemaphore(2);
    Thread.currentThread().interrupt();
    try {
      assertThat(semaphore.tryAcquire(1)).isTrue();
      semaphore.release();
      assertThat(semaphore.availablePermits()).isEqualTo(2);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void noTimeMeansOneAttempt() throws InterruptedException {
    CountingSemaphore semaphore = new CountingSemaphore(1, 2);
    for (long timeout : List.of(0L, -1L, Long.MIN_VALUE)) {
      assertThat(semaphore.tryAcquire(2, timeout, TimeUnit.DAYS)).isFalse();
      assertThat(semaphore.tryAcquire(1, timeout, TimeUnit.DAYS)).isTrue();
      semaphore.release();
    }
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void aTimeoutShorterThanAMillisecondEndsToo() throws InterruptedException {
    CountingSemaphore semaphore = new CountingSemaphore(1, 2);
    assertThat(semaphore.tryAcquire(2, 300, TimeUnit.MICROSECONDS)).isFalse();
    assertThat(semaphore.tryAcquire(2, 1, TimeUnit.NANOSECONDS)).isFalse();
  }

  @Example
  @Reveals(Bug.WRONG_TIMEOUT)
  @CountsFor(Gate.LIVENESS)
  void nobodyGivesUpBeforeTheTimeIsOver() throws InterruptedException {
    CountingSemaphore semaphore = new CountingSemaphore(1, 2);
    for (long micros : List.of(1L, 1_700L, 5_300L, 12_000L)) {
      long begin = System.nanoTime();
      assertThat(semaphore.tryAcquire(2, micros, TimeUnit.MICROSECONDS)).isFalse();
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(micros * 1_000);
    }
  }

  @Example
  @Reveals(Bug.LOST_PERMIT)
  void whoGivesUpTakesNothing() throws InterruptedException {
    CountingSemaphore semaphore = new CountingSemaphore(1, 3);
    assertThat(semaphore.tryAcquire(2, 2, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(semaphore.tryAcquire(3, 100, TimeUnit.MICROSECONDS)).isFalse();
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Step.What.values()), Arbitraries.integers().between(0, 4))
        .as(Step::new)
        .list();
  }

  private static void assertThatInterruptEnds(Callable<Boolean> call) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(call::call, "a call by an interrupted thread")
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).as("interrupt status").isFalse();
    } finally {
      Thread.interrupted();
    }
  }

  /** One call on a semaphore, with what the model says about it. */
  record Step(What what, int n) {

    enum What {
      ACQUIRE,
      TRY,
      TRY_WITHOUT_TIME,
      TRY_WITH_TIME,
      RELEASE
    }

    /** Does it and returns how many permits must be free then. */
    int apply(CountingSemaphore semaphore, int free, int max) throws InterruptedException {
      if (what == What.RELEASE) {
        int back = Math.min(n, max - free);
        semaphore.release(back);
        return free + back;
      }
      if (n > max) {
        return free;
      }
      boolean taken = take(semaphore, free);
      assertThat(taken).as(this + " of " + free).isEqualTo(n <= free);
      return taken ? free - n : free;
    }

    private boolean take(CountingSemaphore semaphore, int free) throws InterruptedException {
      return switch (what) {
        case TRY -> semaphore.tryAcquire(n);
        case TRY_WITHOUT_TIME -> semaphore.tryAcquire(n, 0, TimeUnit.SECONDS);
        case TRY_WITH_TIME -> n <= free && semaphore.tryAcquire(n, 1, TimeUnit.HOURS);
        case ACQUIRE -> n <= free && acquire(semaphore);
        case RELEASE -> throw new IllegalStateException("a release takes nothing");
      };
    }

    private boolean acquire(CountingSemaphore semaphore) throws InterruptedException {
      if (n == 1) {
        semaphore.acquire();
      } else {
        semaphore.acquire(n);
      }
      return true;
    }
  }
}
