package grader.stress;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.testkit.Action;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class SupervisorTest {

  private final Supervisor supervisor = new Supervisor();

  @Test
  void aBodyThatReturnsHasNothingToReport() {
    assertThat(supervisor.run(() -> {})).isEmpty();
  }

  @Test
  void whatABodyThrowsIsAFailure() {
    Optional<Outcome> outcome =
        supervisor.run(() -> {
          throw new IllegalStateException("no permits");
        });

    assertThat(outcome)
        .hasValueSatisfying(one -> {
          Outcome.Failed failed = (Outcome.Failed) one;
          assertThat(failed.type()).isEqualTo("java.lang.IllegalStateException");
          assertThat(failed.message()).isEqualTo("no permits");
        });
  }

  @Test
  void aThreadThatNobodyCanWakeIsStuck() {
    CountDownLatch never = new CountDownLatch(1);

    Outcome.Stuck stuck = stuck(never::await);

    assertThat(stuck.why()).isEqualTo(Outcome.Why.NOBODY_LEFT);
    assertThat(stuck.threads()).extracting(ThreadReport::name).containsExactly("test");
  }

  @Test
  void threadsThatWaitForEachOtherAreACycle() {
    ReentrantLock first = new ReentrantLock();
    ReentrantLock second = new ReentrantLock();
    CountDownLatch bothHold = new CountDownLatch(2);

    Outcome.Stuck stuck =
        stuck(() -> {
          Thread other = new Thread(() -> lockBoth(second, first, bothHold), "other");
          other.setDaemon(true);
          other.start();
          lockBoth(first, second, bothHold);
        });

    assertThat(stuck.why()).isEqualTo(Outcome.Why.CYCLE);
    assertThat(stuck.threads())
        .extracting(ThreadReport::heldBy)
        .containsExactlyInAnyOrder("test", "other");
  }

  @Test
  void aThreadThatWaitsForAClassThatNobodyFinishesIsStuck() {
    Outcome.Stuck stuck = stuck(() -> assertThat(NeedsItself.count).isZero());

    assertThat(stuck.why()).isEqualTo(Outcome.Why.NOBODY_LEFT);
    assertThat(stuck.threads()).extracting(ThreadReport::name).contains("test", "needs the class");
  }

  private static final class NeedsItself {
    static int count;

    static {
      Thread other = new Thread(() -> count++, "needs the class");
      other.start();
      try {
        other.join();
      } catch (InterruptedException theTrialIsOver) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aThreadThatRunsInCirclesIsFoundByItsOwnClock() {
    AtomicBoolean never = new AtomicBoolean();

    Outcome.Stuck stuck =
        stuck(() -> {
          while (!never.get() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
        });

    assertThat(stuck.why()).isEqualTo(Outcome.Why.SPINNING);
  }

  @Test
  void aThreadThatWaitsForTimeIsNotStuck() {
    long begin = System.nanoTime();

    Optional<Outcome> outcome =
        supervisor.run(() -> {
          while (System.nanoTime() - begin < 1_500_000_000L) {
            LockSupport.parkNanos(500_000_000L);
          }
        });

    assertThat(outcome).isEmpty();
  }

  @Test
  void threadsThatKeepWakingEachOtherAreNotStuck() {
    assertThat(supervisor.run(SupervisorTest::pingPong)).isEmpty();
  }

  @Test
  void aPoolsWorkerWithoutWorkKeepsNobodyWaiting() {
    CountDownLatch never = new CountDownLatch(1);

    Outcome.Stuck stuck =
        stuck(() -> {
          pool().submit(() -> {}).get();
          never.await();
        });

    assertThat(stuck.why()).isEqualTo(Outcome.Why.NOBODY_LEFT);
  }

  @Test
  void aPoolsWorkerThatWaitsForTimeInItsTaskIsNotIdle() {
    CountDownLatch end = new CountDownLatch(1);

    Optional<Outcome> outcome =
        supervisor.run(() -> {
          Future<?> task = pool().submit(() -> timedOut(end));
          end.await();
          task.get();
        });

    assertThat(outcome).isEmpty();
  }

  /** The pool itself is told that its worker blocks. */
  private static void timedOut(CountDownLatch end) {
    try {
      Object ignored = new CompletableFuture<>().get(1_500, TimeUnit.MILLISECONDS);
    } catch (TimeoutException expected) {
      end.countDown();
    } catch (InterruptedException | ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its worker stays for an hour. */
  private static ForkJoinPool pool() {
    return new ForkJoinPool(
        1,
        ForkJoinPool.defaultForkJoinWorkerThreadFactory,
        null,
        false,
        0,
        4,
        1,
        null,
        1,
        TimeUnit.HOURS);
  }

  private static void pingPong() throws InterruptedException {
    Thread director = Thread.currentThread();
    AtomicBoolean ended = new AtomicBoolean();
    Thread partner =
        new Thread(() -> {
          while (!ended.get()) {
            LockSupport.unpark(director);
            LockSupport.park();
          }
        });
    partner.start();
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < 1_000_000_000L) {
      LockSupport.unpark(partner);
      LockSupport.park();
    }
    ended.set(true);
    LockSupport.unpark(partner);
    partner.join();
  }

  @SuppressWarnings("LockNotBeforeTry")
  private static void lockBoth(ReentrantLock mine, ReentrantLock theirs, CountDownLatch bothHold) {
    mine.lock();
    bothHold.countDown();
    try {
      bothHold.await();
      theirs.lockInterruptibly();
    } catch (InterruptedException abandoned) {
      Thread.currentThread().interrupt();
    } finally {
      mine.unlock();
    }
  }

  private Outcome.Stuck stuck(Action body) {
    return (Outcome.Stuck) supervisor.run(body).orElseThrow();
  }
}
