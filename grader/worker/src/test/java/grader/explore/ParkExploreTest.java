package grader.explore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code LockSupport}. */
class ParkExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    static class Flag {
      volatile boolean up;
      volatile boolean down;
    }

    @Allowed(
        value = "returned",
        by =
            "LockSupport.unpark: if it was not parked, its next call to park is guaranteed not to block")
    static Object permitFirst() {
      LockSupport.unpark(Thread.currentThread());
      LockSupport.unpark(Thread.currentThread());
      LockSupport.park();
      return "returned";
    }

    @Allowed(
        value = {"Stuck", "returned"},
        plain = false,
        by =
            "LockSupport.unpark: permits do not accumulate, there is at most one; park may return for no reason")
    static Object permitsDoNotAdd() {
      LockSupport.unpark(Thread.currentThread());
      LockSupport.unpark(Thread.currentThread());
      LockSupport.park();
      LockSupport.park();
      return "returned";
    }

    @Allowed(value = "done", by = "LockSupport: park in a loop that looks at the condition")
    static Object parkInLoop() throws Throwable {
      Flag flag = new Flag();
      Thread thread =
          Together.start(() -> {
            while (!flag.up) {
              LockSupport.park(flag);
            }
          });
      flag.up = true;
      LockSupport.unpark(thread);
      thread.join();
      return "done";
    }

    @Allowed(value = "true", by = "LockSupport.park: returns if interrupted, and the status stays")
    static Object interruptedPark() throws Throwable {
      Flag flag = new Flag();
      Thread thread =
          Together.start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
              LockSupport.park();
            }
            LockSupport.park();
            flag.up = Thread.currentThread().isInterrupted();
          });
      thread.interrupt();
      thread.join();
      return flag.up;
    }

    @Allowed(value = "true", by = "LockSupport.parkNanos: the specified waiting time elapses")
    static Object parkNanos() {
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < 2_000_000) {
        LockSupport.parkNanos("blocker", 2_000_000 - (System.nanoTime() - begin));
      }
      LockSupport.parkNanos(0);
      LockSupport.parkNanos(-5);
      return true;
    }

    @Allowed(value = "true", by = "LockSupport.parkUntil: the specified deadline passes")
    static Object parkUntil() {
      long deadline = System.currentTimeMillis() + 3;
      while (System.currentTimeMillis() < deadline) {
        LockSupport.parkUntil(deadline);
      }
      LockSupport.parkUntil(0);
      LockSupport.parkUntil("blocker", System.currentTimeMillis() - 5);
      return true;
    }

    @Allowed(
        value = "true",
        plain = false,
        by = "LockSupport.parkUntil: absolute time, in milliseconds from the Epoch")
    static Object parkUntilMuchLater() {
      long begin = System.nanoTime();
      long deadline = System.currentTimeMillis() + TimeUnit.HOURS.toMillis(3);
      while (System.currentTimeMillis() < deadline) {
        LockSupport.parkUntil(deadline);
      }
      long hours = TimeUnit.NANOSECONDS.toHours(System.nanoTime() - begin + 1_000_000);
      return hours == 3;
    }

    @Allowed(
        value = "true true",
        plain = false,
        by =
            "LockSupport.getBlocker: the blocker of the most recent park that has not yet unblocked, or null")
    static Object blocker() throws Throwable {
      Flag flag = new Flag();
      Thread thread =
          Together.start(() -> {
            while (!flag.up) {
              LockSupport.park(flag);
            }
            flag.down = true;
            LockSupport.parkNanos(10);
          });
      while (LockSupport.getBlocker(thread) == null) {
        Thread.onSpinWait();
      }
      Object blocker = LockSupport.getBlocker(thread);
      boolean seen = blocker == flag || blocker == null;
      flag.up = true;
      LockSupport.unpark(thread);
      thread.join();
      return seen + " " + (LockSupport.getBlocker(thread) == null);
    }

    @Allowed(
        value = "nothing",
        by =
            "LockSupport.unpark: null and threads that have not started have no effect or none that is promised")
    static Object unparkNobody() throws Throwable {
      LockSupport.unpark(null);
      LockSupport.unpark(new Thread());
      Thread over = Together.start(() -> {});
      over.join();
      LockSupport.unpark(over);
      return "nothing";
    }
  }
}
