package grader.explore;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** What a hostile machine may do happens, and nothing more. */
class WhimExploreTest extends Conformance {

  @SuppressWarnings({"all", "deprecation", "overrides", "removal", "serial", "try"})
  static class Programs {

    @Allowed(
        value = {"woken true false", "Stuck"},
        plain = false,
        by = "JLS 17.2.1: an internal action by the implementation (spurious wake-ups)")
    static Object waitEndsForNoReason() throws Throwable {
      Object lock = new Object();
      synchronized (lock) {
        lock.wait();
        return "woken " + Thread.holdsLock(lock) + " " + Thread.currentThread().isInterrupted();
      }
    }

    @Allowed(
        value = {"woken true", "Stuck"},
        plain = false,
        by = "Condition.await: it returns when a spurious wakeup occurs; the lock is held again")
    static Object awaitEndsForNoReason() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Condition condition = lock.newCondition();
      lock.lock();
      condition.await();
      return "woken " + lock.isHeldByCurrentThread();
    }

    @Allowed(
        value = {"returned", "Stuck"},
        plain = false,
        by = "LockSupport.park: the call spuriously (that is, for no reason) returns")
    static Object parkReturnsForNoReason() {
      LockSupport.park();
      return "returned";
    }

    @Allowed(
        value = "returned",
        by = "LockSupport.park: with a permit it returns, and the permit is used once")
    static Object parkWithPermit() {
      LockSupport.unpark(Thread.currentThread());
      LockSupport.park();
      return "returned";
    }

    @Allowed(
        value = {"true 1", "false 0"},
        plain = false,
        by = "AtomicInteger.weakCompareAndSetPlain: possibly; false leaves the value")
    static Object weakCompareAndSetFails() {
      AtomicInteger value = new AtomicInteger();
      return value.weakCompareAndSetPlain(0, 1) + " " + value.get();
    }

    @Allowed(
        value = "true 1",
        by = "AtomicInteger.compareAndSet: fails only if the value is another one")
    static Object compareAndSetDoesNot() {
      AtomicInteger value = new AtomicInteger();
      return value.compareAndSet(0, 1) + " " + value.get();
    }

    @Allowed(
        value = "false 0",
        by = "AtomicInteger.weakCompareAndSetPlain: never succeeds with another value")
    static Object weakNeverSucceedsWrongly() {
      AtomicInteger value = new AtomicInteger();
      return value.weakCompareAndSetPlain(5, 1) + " " + value.get();
    }

    @Allowed(
        value = {"10", "30", "40"},
        plain = false,
        by = "Thread.sleep: subject to the precision and accuracy of system timers and schedulers")
    static Object sleepEndsLate() throws Throwable {
      return shorter(30);
    }

    @Allowed(value = "10", plain = false, by = "ours: a timer is late by 50 ms at most")
    static Object sleepIsNotTooLate() throws Throwable {
      return shorter(100);
    }

    @Allowed(
        value = {"0", "1", "2"},
        plain = false,
        by = "Thread.sleep: no word of what others do meanwhile; JLS 17.3: no synchronization")
    static Object sleepWaitsForNobody() throws Throwable {
      AtomicInteger done = new AtomicInteger();
      int[] seen = new int[1];
      Together.run(
          () -> {
            Thread.sleep(5);
            seen[0] = done.get();
          },
          () -> {
            done.incrementAndGet();
            done.incrementAndGet();
          });
      return seen[0];
    }

    @Allowed(
        value = "2",
        plain = false,
        by = "ours: a limit of more than 50 ms ends only when nobody else can go on")
    static Object longSleepWaits() throws Throwable {
      AtomicInteger done = new AtomicInteger();
      int[] seen = new int[1];
      Together.run(
          () -> {
            Thread.sleep(60);
            seen[0] = done.get();
          },
          () -> {
            done.incrementAndGet();
            done.incrementAndGet();
          });
      return seen[0];
    }

    private static long shorter(long other) throws Throwable {
      long[] slept = new long[1];
      Together.run(
          () -> {
            long begin = System.nanoTime();
            Thread.sleep(10);
            slept[0] = (System.nanoTime() - begin) / 1_000_000;
          },
          () -> Thread.sleep(other));
      return slept[0];
    }

    @Allowed(
        value = "true",
        by = "Thread.sleep: for the specified number of milliseconds; never less")
    static Object sleepIsNeverShort() throws Throwable {
      boolean[] enough = new boolean[2];
      Together.run(() -> enough[0] = sleeps(2), () -> enough[1] = sleeps(3));
      return enough[0] && enough[1];
    }

    private static boolean sleeps(long millis) throws InterruptedException {
      long begin = System.nanoTime();
      Thread.sleep(millis);
      return System.nanoTime() - begin >= millis * 1_000_000;
    }
  }
}
