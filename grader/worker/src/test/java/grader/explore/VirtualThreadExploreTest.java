package grader.explore;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** {@code java.lang.Thread}, virtual threads. */
class VirtualThreadExploreTest extends Conformance {

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
    }

    @Allowed(
        value = {"1", "2"},
        by = "JLS 17.4.5: without synchronization an update may be lost")
    static Object lostUpdate() throws Throwable {
      Cell cell = new Cell();
      Thread a = Thread.startVirtualThread(() -> cell.value++);
      Thread b = Thread.ofVirtual().start(() -> cell.value++);
      a.join();
      b.join();
      return cell.value;
    }

    @Allowed(
        value = "true true NEW TERMINATED name false",
        by = "Thread: virtual threads are always daemon threads")
    static Object nature() throws Throwable {
      boolean[] seen = new boolean[1];
      Thread thread =
          Thread.ofVirtual()
              .name("name")
              .unstarted(() -> seen[0] = Thread.currentThread().isVirtual());
      String before = thread.getState().toString();
      thread.start();
      thread.join();
      return seen[0]
          + " "
          + thread.isDaemon()
          + " "
          + before
          + " "
          + thread.getState()
          + " "
          + thread.getName()
          + " "
          + thread.isAlive();
    }

    @Allowed(value = "IllegalThreadStateException", by = "Thread.start")
    static Object startTwice() {
      Thread thread = Thread.startVirtualThread(() -> {});
      thread.start();
      return "no";
    }

    @Allowed(value = "InterruptedException false", by = "Thread.interrupt")
    static Object interruptedSleep() throws Throwable {
      String[] seen = new String[1];
      Thread thread =
          Thread.startVirtualThread(() -> {
            try {
              Thread.sleep(Duration.ofDays(1));
            } catch (InterruptedException e) {
              seen[0] = "InterruptedException " + Thread.currentThread().isInterrupted();
            }
          });
      thread.interrupt();
      thread.join();
      return seen[0];
    }

    @Allowed(value = "true true false", by = "Thread.interrupted clears the status")
    static Object interrupted() throws Throwable {
      String[] seen = new String[1];
      Thread thread =
          Thread.startVirtualThread(() -> {
            Thread.currentThread().interrupt();
            seen[0] =
                Thread.currentThread().isInterrupted()
                    + " "
                    + Thread.interrupted()
                    + " "
                    + Thread.interrupted();
          });
      thread.join();
      return seen[0];
    }

    @Allowed(
        value = "WAITING TIMED_WAITING WAITING TIMED_WAITING",
        plain = false,
        by = "Thread.State")
    static Object states() throws Throwable {
      Object lock = new Object();
      StringBuilder seen = new StringBuilder();
      Thread[] threads = {
        Thread.startVirtualThread(() -> {
          while (true) LockSupport.park();
        }),
        Thread.startVirtualThread(() -> {
          while (true) LockSupport.parkNanos(Long.MAX_VALUE / 100);
        }),
        Thread.startVirtualThread(() -> await(lock)),
        Thread.startVirtualThread(() -> sleep()),
      };
      for (Thread thread : threads) {
        while (thread.getState() == Thread.State.RUNNABLE) {
          Thread.onSpinWait();
        }
        seen.append(" ").append(thread.getState());
      }
      return seen.toString().trim();
    }

    private static void await(Object lock) {
      synchronized (lock) {
        try {
          while (true) {
            lock.wait();
          }
        } catch (InterruptedException e) {
        }
      }
    }

    private static void sleep() {
      try {
        Thread.sleep(1_000_000_000);
      } catch (InterruptedException e) {
      }
    }

    @Allowed(value = "false true", plain = false, by = "Thread.join(Duration)")
    static Object joinDuration() throws Throwable {
      Thread thread =
          Thread.startVirtualThread(() -> {
            try {
              Thread.sleep(Duration.ofHours(2));
            } catch (InterruptedException e) {
            }
          });
      return thread.join(Duration.ofHours(1)) + " " + thread.join(Duration.ofHours(2));
    }

    @Allowed(value = "2", by = "ReentrantLock")
    static Object locks() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Cell cell = new Cell();
      Runnable add =
          () -> {
            lock.lock();
            try {
              cell.value++;
            } finally {
              lock.unlock();
            }
          };
      Thread a = Thread.startVirtualThread(add);
      Thread b = Thread.startVirtualThread(add);
      a.join();
      b.join();
      return cell.value;
    }

    @Allowed(value = "2", by = "JLS 17.1")
    static Object monitors() throws Throwable {
      Cell cell = new Cell();
      Runnable add =
          () -> {
            synchronized (cell) {
              cell.value++;
            }
          };
      Thread a = Thread.startVirtualThread(add);
      Thread b = Thread.startVirtualThread(add);
      a.join();
      b.join();
      return cell.value;
    }

    @Allowed(value = "3", by = "ExecutorService.close: waits until all tasks have completed")
    static Object executor() throws Throwable {
      Semaphore done = new Semaphore(0);
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 3; i++) {
          executor.submit(() -> done.release());
        }
      }
      return done.availablePermits();
    }

    @Allowed(value = "7", by = "Future.get")
    static Object executorResult() throws Throwable {
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        return executor.submit(() -> 7).get();
      }
    }

    @Allowed(value = "boom", by = "Thread.UncaughtExceptionHandler")
    static Object uncaught() throws Throwable {
      String[] seen = new String[1];
      Thread.ofVirtual()
          .uncaughtExceptionHandler((who, what) -> seen[0] = what.getMessage())
          .start(() -> {
            throw new IllegalStateException("boom");
          })
          .join();
      return seen[0];
    }

    @Allowed(value = "a", by = "ThreadLocal: virtual threads have their own")
    static Object locals() throws Throwable {
      ThreadLocal<String> local = ThreadLocal.withInitial(() -> "a");
      Thread.startVirtualThread(() -> local.set("b")).join();
      return local.get();
    }
  }
}
