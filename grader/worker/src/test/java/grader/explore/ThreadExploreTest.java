package grader.explore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code java.lang.Thread}, platform threads. */
class ThreadExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    @Allowed(
        value = "IllegalThreadStateException",
        by = "Thread.start: IllegalThreadStateException if the thread was already started")
    static Object startTwice() {
      Thread thread = new Thread(() -> {});
      thread.start();
      thread.start();
      return "no";
    }

    @Allowed(
        value = "IllegalThreadStateException",
        by = "Thread.start: a thread may not be restarted once it has completed execution")
    static Object startAfterEnd() throws Throwable {
      Thread thread = new Thread(() -> {});
      thread.start();
      thread.join();
      thread.start();
      return "no";
    }

    @Allowed(value = "1 NEW TERMINATED", by = "Thread.join: waits for this thread to terminate")
    static Object join() throws Throwable {
      int[] done = new int[1];
      Thread thread = new Thread(() -> done[0] = 1);
      String before = thread.getState().toString();
      thread.start();
      thread.join();
      return done[0] + " " + before + " " + thread.getState();
    }

    @Allowed(value = "returned", by = "Thread.join: returns at once if the thread has not started")
    static Object joinNotStarted() throws Throwable {
      new Thread(() -> {}).join();
      new Thread(() -> {}).join(5);
      return "returned";
    }

    @Allowed(
        value = "IllegalThreadStateException",
        by =
            "Thread.join(Duration): IllegalThreadStateException if this thread has not been started")
    static Object joinDurationNotStarted() throws Throwable {
      return new Thread(() -> {}).join(Duration.ofMillis(1));
    }

    @Allowed(
        value = {"true true", "false true"},
        plain = false,
        by = "Thread.join(Duration): true if the thread has terminated")
    static Object joinDuration() throws Throwable {
      Thread thread = Together.start(() -> Thread.sleep(10));
      boolean first = thread.join(Duration.ofMillis(10));
      thread.join(0);
      return first + " " + thread.join(Duration.ofMillis(1));
    }

    @Allowed(
        value = "true false",
        plain = false,
        by = "Thread.join(long): waits at most millis milliseconds")
    static Object joinTimesOut() throws Throwable {
      Thread thread = Together.start(() -> Thread.sleep(Duration.ofHours(2)));
      thread.join(Duration.ofHours(1).toMillis());
      boolean alive = thread.isAlive();
      thread.join();
      return alive + " " + thread.isAlive();
    }

    @Allowed(
        value = "IllegalArgumentException",
        by = "Thread.join(long): if the value of millis is negative")
    static Object joinNegative() throws Throwable {
      Thread.currentThread().join(-1);
      return "no";
    }

    @Allowed(
        value = "InterruptedException false",
        by =
            "Thread.join: the interrupted status of the current thread is cleared when this exception is thrown")
    static Object interruptedJoin() throws Throwable {
      Thread forever =
          Together.start(() -> {
            while (!Thread.currentThread().isInterrupted()) LockSupport.park();
          });
      String[] seen = new String[1];
      Thread joiner =
          Together.start(() -> {
            try {
              forever.join();
            } catch (InterruptedException e) {
              seen[0] = "InterruptedException " + Thread.currentThread().isInterrupted();
            }
          });
      joiner.interrupt();
      joiner.join();
      forever.interrupt();
      forever.join();
      return seen[0];
    }

    @Allowed(
        value = "InterruptedException false",
        by =
            "Thread.sleep: throws if any thread has interrupted the current thread; status is cleared")
    static Object interruptedSleep() throws Throwable {
      String[] seen = new String[1];
      Thread sleeper =
          Together.start(() -> {
            try {
              Thread.sleep(Duration.ofDays(1));
              seen[0] = "slept";
            } catch (InterruptedException e) {
              seen[0] = "InterruptedException " + Thread.currentThread().isInterrupted();
            }
          });
      sleeper.interrupt();
      sleeper.join();
      return seen[0];
    }

    @Allowed(value = "InterruptedException", by = "Thread.sleep: also if interrupted before it")
    static Object sleepWhenInterrupted() throws Throwable {
      Thread.currentThread().interrupt();
      Thread.sleep(0);
      return "no";
    }

    @Allowed(
        value = "true true false",
        by = "Thread.interrupted: the interrupted status is cleared by this method")
    static Object interrupted() throws Throwable {
      Thread.currentThread().interrupt();
      return Thread.currentThread().isInterrupted()
          + " "
          + Thread.interrupted()
          + " "
          + Thread.interrupted();
    }

    @Allowed(
        value = "true",
        by =
            "Thread.interrupt: in the reference implementation the request is recorded for a thread that has not started")
    static Object interruptBeforeStart() throws Throwable {
      boolean[] seen = new boolean[1];
      Thread thread = new Thread(() -> seen[0] = Thread.currentThread().isInterrupted());
      thread.interrupt();
      thread.start();
      thread.join();
      return seen[0];
    }

    @Allowed(
        value = "true",
        by =
            "Thread.interrupt: none of the previous conditions hold, then the interrupted status is set; blocking on a monitor goes on")
    static Object interruptWhileEntering() throws Throwable {
      Object lock = new Object();
      boolean[] seen = new boolean[1];
      Thread thread;
      synchronized (lock) {
        thread =
            Together.start(() -> {
              synchronized (lock) {
                seen[0] = Thread.currentThread().isInterrupted();
              }
            });
        thread.interrupt();
      }
      thread.join();
      return seen[0];
    }

    @Allowed(
        value = "IllegalArgumentException",
        by = "Thread.sleep: if the value of millis is negative")
    static Object sleepNegative() throws Throwable {
      Thread.sleep(-1);
      return "no";
    }

    @Allowed(value = "true", by = "Thread.sleep: all forms sleep for the specified time")
    static Object sleepForms() throws Throwable {
      long begin = System.nanoTime();
      Thread.sleep(1);
      Thread.sleep(1, 500_000);
      Thread.sleep(Duration.ofMillis(1));
      TimeUnit.MILLISECONDS.sleep(1);
      Thread.sleep(Duration.ofMillis(-1));
      return System.nanoTime() - begin >= 4_000_000;
    }

    @Allowed(
        value = "true",
        plain = false,
        by = "time is virtual: a day of sleep takes no time, and the clocks agree")
    static Object sleepsADay() throws Throwable {
      long nanos = System.nanoTime();
      long millis = System.currentTimeMillis();
      Thread.sleep(Duration.ofDays(1));
      long slept = System.nanoTime() - nanos;
      return slept >= 86_400_000_000_000L
          && slept < 86_401_000_000_000L
          && Math.abs(System.currentTimeMillis() - millis - 86_400_000L) < 1000;
    }

    @Allowed(
        value = {"01", "10"},
        by = "Thread.yield: a hint; both orders are possible")
    static Object yields() throws Throwable {
      StringBuffer order = new StringBuffer();
      Together.run(
          () -> {
            Thread.yield();
            order.append(0);
          },
          () -> {
            Thread.yield();
            order.append(1);
          });
      return order.toString();
    }

    @Allowed(
        value = "done",
        by =
            "Thread.onSpinWait: the caller is momentarily unable to progress, until another thread acts")
    static Object spins() throws Throwable {
      Flag flag = new Flag();
      Together.run(
          () -> {
            while (!flag.up) Thread.onSpinWait();
          },
          () -> flag.up = true);
      return "done";
    }

    @Allowed(value = "done", by = "a busy loop ends once another thread has acted")
    static Object spinsWithoutHint() throws Throwable {
      Flag flag = new Flag();
      Together.run(
          () -> {
            while (!flag.up) {}
          },
          () -> flag.up = true);
      return "done";
    }

    static class Flag {
      volatile boolean up;
      volatile int count;
    }

    @Allowed(
        value =
            "RUNNABLE BLOCKED WAITING TIMED_WAITING WAITING TIMED_WAITING WAITING TIMED_WAITING TERMINATED",
        plain = false,
        by = "Thread.State")
    static Object states() throws Throwable {
      Object lock = new Object();
      StringBuilder seen = new StringBuilder();
      seen.append(Thread.currentThread().getState());
      Thread blocked;
      synchronized (lock) {
        blocked =
            Together.start(() -> {
              synchronized (lock) {
              }
            });
        seen.append(" ").append(settled(blocked));
      }
      Thread[] threads = {
        Together.start(() -> {
          Object own = new Object();
          synchronized (own) {
            while (true) own.wait();
          }
        }),
        Together.start(() -> {
          Object own = new Object();
          synchronized (own) {
            while (true) own.wait(1_000_000_000);
          }
        }),
        Together.start(() -> {
          while (true) LockSupport.park();
        }),
        Together.start(() -> {
          while (true) LockSupport.parkNanos(Long.MAX_VALUE / 100);
        }),
        Together.start(() -> Thread.currentThread().join()),
        Together.start(() -> Thread.sleep(1_000_000_000)),
      };
      for (Thread thread : threads) {
        seen.append(" ").append(settled(thread));
      }
      blocked.join();
      return seen.append(" ").append(blocked.getState()).toString();
    }

    private static Thread.State settled(Thread thread) {
      while (thread.getState() == Thread.State.RUNNABLE) {
        Thread.onSpinWait();
      }
      return thread.getState();
    }

    @Allowed(
        value = "Thread-0 Thread-1 mine new main-like",
        plain = false,
        by = "Thread(): names are Thread-n, numbers begin anew in each trial")
    static Object names() throws Throwable {
      String[] inside = new String[1];
      Thread first = new Thread(() -> inside[0] = Thread.currentThread().getName());
      Thread second = new Thread();
      Thread named = new Thread("mine");
      named.setName(named.getName() + " new");
      first.start();
      first.join();
      Thread.currentThread().setName("main-like");
      return inside[0]
          + " "
          + second.getName()
          + " "
          + named.getName()
          + " "
          + Thread.currentThread().getName();
    }

    @Allowed(
        value = "true false IllegalThreadStateException",
        by = "Thread.setDaemon: IllegalThreadStateException if this thread is alive")
    static Object daemon() throws Throwable {
      boolean[] inherited = new boolean[1];
      Thread parent = new Thread(() -> inherited[0] = new Thread().isDaemon());
      parent.setDaemon(true);
      parent.start();
      parent.join();
      Flag flag = new Flag();
      Thread alive =
          new Thread(() -> {
            while (!flag.up) Thread.onSpinWait();
          });
      alive.setDaemon(false);
      alive.start();
      try {
        alive.setDaemon(true);
        return "no";
      } catch (IllegalThreadStateException e) {
        return inherited[0] + " " + alive.isDaemon() + " " + e.getClass().getSimpleName();
      } finally {
        flag.up = true;
        alive.join();
      }
    }

    @Allowed(value = "7 7 IllegalArgumentException", by = "Thread.setPriority")
    static Object priority() throws Throwable {
      int[] inside = new int[1];
      Thread thread = new Thread(() -> inside[0] = Thread.currentThread().getPriority());
      thread.setPriority(7);
      thread.start();
      thread.join();
      try {
        thread.setPriority(11);
        return "no";
      } catch (IllegalArgumentException e) {
        return inside[0] + " 7 " + e.getClass().getSimpleName();
      }
    }

    @Allowed(
        value = "boom own TERMINATED",
        by =
            "Thread.UncaughtExceptionHandler: invoked when a Thread abruptly terminates due to an uncaught exception")
    static Object uncaughtHandler() throws Throwable {
      String[] seen = new String[1];
      Thread thread =
          new Thread(
              () -> {
                throw new IllegalStateException("boom");
              },
              "own");
      thread.setUncaughtExceptionHandler(
          (who, what) -> seen[0] = what.getMessage() + " " + who.getName());
      thread.start();
      thread.join();
      return seen[0] + " " + thread.getState();
    }

    @Allowed(
        value = "done",
        by =
            "Thread.UncaughtExceptionHandler: any exception thrown by this method will be ignored by the JVM")
    static Object throwingHandler() throws Throwable {
      Thread thread =
          new Thread(() -> {
            throw new IllegalStateException("boom");
          });
      thread.setUncaughtExceptionHandler((who, what) -> {
        throw new IllegalArgumentException();
      });
      thread.start();
      thread.join();
      return "done";
    }

    static class Group extends ThreadGroup {
      volatile String seen;

      Group() {
        super("group");
      }

      @Override
      public void uncaughtException(Thread who, Throwable what) {
        seen = what.getMessage() + " " + who.getThreadGroup().getName();
      }
    }

    @Allowed(
        value = "boom group",
        by =
            "ThreadGroup.uncaughtException: called by the JVM when a thread in this group stops because of an uncaught exception")
    static Object groupHandler() throws Throwable {
      Group group = new Group();
      Thread thread =
          new Thread(
              group,
              () -> {
                throw new IllegalStateException("boom");
              });
      thread.start();
      thread.join();
      return group.seen;
    }

    static class Own extends Thread {
      int value;
      volatile boolean interrupted;

      @Override
      public void run() {
        value = Thread.currentThread() == this ? 1 : 2;
      }

      @Override
      public void interrupt() {
        interrupted = true;
        super.interrupt();
      }

      @Override
      public boolean equals(Object other) {
        throw new AssertionError("nobody asks");
      }
    }

    @Allowed(
        value = "1 true true",
        by = "Thread.currentThread: the current thread is the object of the subclass")
    static Object subclass() throws Throwable {
      Own own = new Own();
      own.interrupt();
      own.start();
      own.join();
      return own.value + " " + own.interrupted + " " + !own.isAlive();
    }

    @Allowed(value = "b-3 true 9", by = "Thread.Builder.OfPlatform")
    static Object builder() throws Throwable {
      String[] seen = new String[1];
      Thread thread =
          Thread.ofPlatform()
              .name("b-", 3)
              .daemon()
              .priority(9)
              .start(() -> seen[0] = Thread.currentThread().getName());
      thread.join();
      return seen[0] + " " + thread.isDaemon() + " " + thread.getPriority();
    }

    @Allowed(value = "f-0 f-1", by = "Thread.Builder.factory: thread-safe, counts its names")
    static Object factory() throws Throwable {
      var factory = Thread.ofPlatform().name("f-", 0).factory();
      Thread a = factory.newThread(() -> {});
      Thread b = factory.newThread(() -> {});
      a.start();
      b.start();
      a.join();
      b.join();
      return a.getName() + " " + b.getName();
    }

    @Allowed(value = "true", by = "Thread.threadId: unique, and does not change")
    static Object ids() throws Throwable {
      long[] inside = new long[1];
      Thread thread = new Thread(() -> inside[0] = Thread.currentThread().threadId());
      long before = thread.threadId();
      thread.start();
      thread.join();
      return before == inside[0]
          && before == thread.getId()
          && before != Thread.currentThread().threadId();
    }

    @Allowed(value = "StackOverflowError", by = "JLS 15.12.4.5: a StackOverflowError is thrown")
    static Object overflow() throws Throwable {
      Flag flag = new Flag();
      Together.run(() -> deeper(flag), () -> flag.count++);
      return "no";
    }

    private static void deeper(Flag flag) {
      flag.count++;
      deeper(flag);
    }
  }
}
