package grader.explore;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Semaphores, latches, barriers, phasers, exchangers. */
class SynchronizerExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    static class Cell {
      int value;
      int most;
    }

    @Allowed(value = "2", by = "Semaphore(1): mutual exclusion")
    static Object exclusion() throws Throwable {
      Semaphore semaphore = new Semaphore(1);
      Cell cell = new Cell();
      Together.run(
          () -> {
            semaphore.acquire();
            cell.value++;
            semaphore.release();
          },
          () -> {
            semaphore.acquireUninterruptibly();
            cell.value++;
            semaphore.release();
          });
      return cell.value;
    }

    @Allowed(
        value = {"true", "false"},
        by = "Semaphore.tryAcquire: only if one is available at the time of invocation")
    static Object tryAcquire() throws Throwable {
      Semaphore semaphore = new Semaphore(0);
      boolean[] got = new boolean[1];
      Together.run(() -> semaphore.release(), () -> got[0] = semaphore.tryAcquire());
      return got[0];
    }

    @Allowed(
        value = "false 0",
        plain = false,
        by = "Semaphore.tryAcquire(time): false if the waiting time elapsed, no permit is lost")
    static Object tryAcquireTimesOut() throws Throwable {
      Semaphore semaphore = new Semaphore(0);
      return semaphore.tryAcquire(2, TimeUnit.DAYS) + " " + semaphore.availablePermits();
    }

    @Allowed(
        value = "true 0",
        plain = false,
        by = "Semaphore.tryAcquire(time): a release in time is enough")
    static Object tryAcquireInTime() throws Throwable {
      Semaphore semaphore = new Semaphore(0);
      boolean[] got = new boolean[1];
      Together.run(
          () -> semaphore.release(), () -> got[0] = semaphore.tryAcquire(2, TimeUnit.DAYS));
      return got[0] + " " + semaphore.availablePermits();
    }

    @Allowed(value = "2", by = "Semaphore: several permits at once")
    static Object severalPermits() throws Throwable {
      Semaphore semaphore = new Semaphore(2, true);
      Cell cell = new Cell();
      Together.run(
          () -> {
            semaphore.acquire(2);
            cell.value++;
            semaphore.release(2);
          },
          () -> {
            semaphore.acquire();
            semaphore.release();
          },
          () -> {
            semaphore.acquire(2);
            cell.value++;
            semaphore.release(2);
          });
      return cell.value;
    }

    @Allowed(
        value = "InterruptedException 1",
        by = "Semaphore.acquire: if interrupted, and no permit is taken")
    static Object interruptedAcquire() throws Throwable {
      Semaphore semaphore = new Semaphore(0);
      String[] seen = new String[1];
      Thread thread =
          Together.start(() -> {
            try {
              semaphore.acquire();
            } catch (InterruptedException e) {
              seen[0] = "InterruptedException";
            }
          });
      thread.interrupt();
      thread.join();
      semaphore.release();
      return seen[0] + " " + semaphore.availablePermits();
    }

    @Allowed(
        value = "2",
        by =
            "CountDownLatch.await: until the count reaches zero; what happened before countDown is seen")
    static Object latch() throws Throwable {
      CountDownLatch latch = new CountDownLatch(2);
      int[] seen = new int[1];
      int[] parts = new int[2];
      Together.run(
          () -> {
            parts[0] = 1;
            latch.countDown();
          },
          () -> {
            parts[1] = 1;
            latch.countDown();
          },
          () -> {
            latch.await();
            seen[0] = parts[0] + parts[1];
          });
      return seen[0];
    }

    @Allowed(
        value = "false",
        plain = false,
        by = "CountDownLatch.await(time): false if the waiting time elapsed")
    static Object latchTimesOut() throws Throwable {
      return new CountDownLatch(1).await(10, TimeUnit.HOURS);
    }

    @Allowed(
        value = "2 2 1",
        by = "CyclicBarrier: the action runs once, after the last arrives, before any goes on")
    static Object barrier() throws Throwable {
      Cell cell = new Cell();
      int[] actions = new int[1];
      int[] seen = new int[2];
      int[] arrived = new int[2];
      CyclicBarrier barrier = new CyclicBarrier(2, () -> actions[0]++);
      Together.run(
          () -> {
            arrived[0] = 1;
            barrier.await();
            seen[0] = arrived[0] + arrived[1];
          },
          () -> {
            arrived[1] = 1;
            barrier.await();
            seen[1] = arrived[0] + arrived[1];
          });
      return seen[0] + " " + seen[1] + " " + actions[0];
    }

    @Allowed(
        value = "2",
        by = "CyclicBarrier: can be re-used after the waiting threads are released")
    static Object barrierTwice() throws Throwable {
      int[] rounds = new int[1];
      CyclicBarrier barrier = new CyclicBarrier(2, () -> rounds[0]++);
      Together.run(
          () -> {
            barrier.await();
            barrier.await();
          },
          () -> {
            barrier.await();
            barrier.await();
          });
      return rounds[0];
    }

    @Allowed(
        value = "TimeoutException BrokenBarrierException",
        plain = false,
        by = "CyclicBarrier.await(time): TimeoutException, and the barrier is broken")
    static Object brokenBarrier() throws Throwable {
      CyclicBarrier barrier = new CyclicBarrier(2);
      String seen = "";
      try {
        barrier.await(1, TimeUnit.HOURS);
      } catch (TimeoutException e) {
        seen = "TimeoutException ";
      }
      try {
        barrier.await();
      } catch (BrokenBarrierException e) {
        seen += "BrokenBarrierException";
      }
      return seen;
    }

    @Allowed(value = "0 1 true", by = "Phaser.arriveAndAwaitAdvance, arriveAndDeregister")
    static Object phaser() throws Throwable {
      Phaser phaser = new Phaser(2);
      int[] phases = new int[2];
      Together.run(
          () -> {
            phases[0] = phaser.arrive();
            phaser.awaitAdvance(phases[0]);
            phaser.arriveAndDeregister();
          },
          () -> {
            phases[1] = phaser.arriveAndAwaitAdvance();
            phaser.arriveAndDeregister();
          });
      return phases[0] + " " + phases[1] + " " + phaser.isTerminated();
    }

    @Allowed(value = "2", by = "Phaser with a parent: advances together")
    static Object phaserTree() throws Throwable {
      Phaser root = new Phaser();
      Phaser left = new Phaser(root, 1);
      Phaser right = new Phaser(root, 1);
      int[] seen = new int[2];
      int[] arrived = new int[2];
      Together.run(
          () -> {
            arrived[0] = 1;
            left.arriveAndAwaitAdvance();
            seen[0] = arrived[0] + arrived[1];
          },
          () -> {
            arrived[1] = 1;
            right.arriveAndAwaitAdvance();
            seen[1] = arrived[0] + arrived[1];
          });
      return Math.min(seen[0], seen[1]);
    }

    @Allowed(
        value = "TimeoutException",
        plain = false,
        by = "Phaser.awaitAdvanceInterruptibly(time)")
    static Object phaserTimesOut() throws Throwable {
      return new Phaser(1).awaitAdvanceInterruptibly(0, 1, TimeUnit.HOURS);
    }

    @Allowed(value = "b a", by = "Exchanger.exchange: each receives the other's object")
    static Object exchanger() throws Throwable {
      Exchanger<String> exchanger = new Exchanger<>();
      String[] got = new String[2];
      Together.run(() -> got[0] = exchanger.exchange("a"), () -> got[1] = exchanger.exchange("b"));
      return got[0] + " " + got[1];
    }

    @Allowed(value = "TimeoutException", plain = false, by = "Exchanger.exchange(time)")
    static Object exchangerTimesOut() throws Throwable {
      return new Exchanger<String>().exchange("a", 1, TimeUnit.HOURS);
    }
  }
}
