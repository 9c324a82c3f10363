package grader.explore;

/** Monitors: JLS 17.1 and 17.2. */
class MonitorExploreTest extends Conformance {

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

      synchronized void add() {
        value++;
      }

      synchronized void addTwice() {
        add();
        add();
      }

      synchronized int fails() {
        value++;
        throw new IllegalStateException();
      }
    }

    @Allowed(
        value = {"1", "2"},
        by = "JLS 17.4.5: without synchronization an update may be lost")
    static Object lostUpdate() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> cell.value++, () -> cell.value++);
      return cell.value;
    }

    @Allowed(
        value = "2",
        by = "JLS 8.4.3.6: a synchronized method acquires a monitor before it executes")
    static Object synchronizedMethods() throws Throwable {
      Cell cell = new Cell();
      Together.run(cell::add, cell::add);
      return cell.value;
    }

    @Allowed(value = "4", by = "JLS 17.1: a thread t may lock a particular monitor multiple times")
    static Object reentrance() throws Throwable {
      Cell cell = new Cell();
      Together.run(cell::addTwice, cell::addTwice);
      return cell.value;
    }

    @Allowed(
        value = "2",
        by =
            "JLS 17.1: if execution of the method is ever completed, either normally or abruptly, an unlock action is performed")
    static Object exceptionsUnlock() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> tryFailing(cell), () -> tryFailing(cell));
      return cell.value;
    }

    private static void tryFailing(Cell cell) {
      try {
        cell.fails();
      } catch (IllegalStateException expected) {
        if (Thread.holdsLock(cell)) {
          throw new AssertionError();
        }
      }
    }

    @Allowed(
        value = "false true false",
        by = "Thread.holdsLock: true if and only if the current thread holds the monitor lock")
    static Object holdsLock() {
      Object lock = new Object();
      String seen = Thread.holdsLock(lock) + " ";
      synchronized (lock) {
        seen += Thread.holdsLock(lock) + " ";
      }
      return seen + Thread.holdsLock(lock);
    }

    @Allowed(
        value = "IllegalMonitorStateException",
        by =
            "Object.wait: IllegalMonitorStateException if the current thread is not the owner of the object's monitor")
    static Object waitWithoutMonitor() throws Throwable {
      new Object().wait();
      return "no";
    }

    @Allowed(value = "IllegalMonitorStateException", by = "Object.notify: the same")
    static Object notifyWithoutMonitor() {
      new Object().notify();
      return "no";
    }

    @Allowed(value = "IllegalMonitorStateException", by = "Object.notifyAll: the same")
    static Object notifyAllByReferenceWithoutMonitor() {
      Runnable all = new Object()::notifyAll;
      all.run();
      return "no";
    }

    @Allowed(
        value = "IllegalMonitorStateException",
        by = "Object.wait: another thread's monitor is of no use")
    static Object waitWithAnothersMonitor() throws Throwable {
      Object lock = new Object();
      synchronized (lock) {
        Together.run(() -> lock.wait());
      }
      return "no";
    }

    @Allowed(
        value = "NullPointerException",
        by = "JLS 14.19: if the value of the Expression is null, a NullPointerException is thrown")
    static Object nullMonitor() {
      Object none = null;
      synchronized (none) {
        return "no";
      }
    }

    @Allowed(
        value = {"done", "Stuck"},
        plain = false,
        by =
            "JLS 17.1: a thread attempting to lock that monitor is blocked until it can obtain a lock")
    static Object deadlock() throws Throwable {
      Object a = new Object();
      Object b = new Object();
      Together.run(() -> both(a, b), () -> both(b, a));
      return "done";
    }

    private static void both(Object first, Object second) {
      synchronized (first) {
        synchronized (second) {
          first.hashCode();
        }
      }
    }

    @Allowed(
        value = {"done", "Stuck"},
        plain = false,
        by = "JLS 17.2.2: a notify before the wait wakes nobody")
    static Object lostNotify() throws Throwable {
      Object lock = new Object();
      Together.run(
          () -> {
            synchronized (lock) {
              lock.wait();
            }
          },
          () -> {
            synchronized (lock) {
              lock.notify();
            }
          });
      return "done";
    }

    static class Box {
      boolean full;
      int taken;

      synchronized void put() {
        full = true;
        notifyAll();
      }

      synchronized void take() throws InterruptedException {
        while (!full) {
          wait();
        }
        full = false;
        taken++;
      }
    }

    @Allowed(value = "2", by = "JLS 17.2: wait in a loop, notifyAll after the change")
    static Object guardedWait() throws Throwable {
      Box box = new Box();
      Box other = new Box();
      Together.run(box::take, other::take, box::put, other::put);
      return box.taken + other.taken;
    }

    @Allowed(
        value = {"a", "b"},
        plain = false,
        by = "Object.notify: the choice is arbitrary")
    static Object notifyWakesAny() throws Throwable {
      Object lock = new Object();
      String[] first = new String[1];
      int[] waiting = new int[1];
      boolean[] go = new boolean[1];
      Thread a = Together.start(() -> await(lock, waiting, go, first, "a"));
      Thread b = Together.start(() -> await(lock, waiting, go, first, "b"));
      while (true) {
        synchronized (lock) {
          if (waiting[0] == 2) {
            go[0] = true;
            lock.notify();
            break;
          }
        }
        Thread.onSpinWait();
      }
      a.join();
      b.join();
      return first[0];
    }

    private static void await(Object lock, int[] waiting, boolean[] go, String[] first, String me)
        throws InterruptedException {
      synchronized (lock) {
        waiting[0]++;
        while (!go[0]) {
          lock.wait();
        }
        if (first[0] == null) {
          first[0] = me;
        }
        lock.notifyAll();
      }
    }

    @Allowed(
        value = "true",
        by = "Object.wait(long): the specified amount of real time has elapsed, more or less")
    static Object timedWaitEnds() throws Throwable {
      Object lock = new Object();
      long begin = System.nanoTime();
      long left = 5_000_000;
      synchronized (lock) {
        while (left > 0) {
          lock.wait(left / 1_000_000, (int) (left % 1_000_000));
          left = 5_000_000 - (System.nanoTime() - begin);
        }
      }
      return System.nanoTime() - begin >= 5_000_000;
    }

    @Allowed(
        value = {"IllegalArgumentException"},
        by = "Object.wait(long): IllegalArgumentException if timeoutMillis is negative")
    static Object negativeWait() throws Throwable {
      Object lock = new Object();
      synchronized (lock) {
        lock.wait(-1);
      }
      return "no";
    }

    @Allowed(
        value = {"IllegalArgumentException"},
        by = "Object.wait(long, int): if the value of nanos is out of range")
    static Object waitWithTooManyNanos() throws Throwable {
      Object lock = new Object();
      synchronized (lock) {
        lock.wait(1, 1_000_000);
      }
      return "no";
    }

    @Allowed(
        value = "InterruptedException false",
        by =
            "Object.wait: the interrupted status of the current thread is cleared when this exception is thrown")
    static Object interruptedWait() throws Throwable {
      Object lock = new Object();
      String[] seen = new String[1];
      Thread waiter =
          Together.start(() -> {
            synchronized (lock) {
              try {
                while (true) {
                  lock.wait();
                }
              } catch (InterruptedException expected) {
                seen[0] = "InterruptedException " + Thread.currentThread().isInterrupted();
              }
            }
          });
      waiter.interrupt();
      waiter.join();
      return seen[0];
    }

    @Allowed(
        value = {
          "interrupted other-notified",
          "notified other-notified",
          "notified,pending other-notified",
          "interrupted other-woken-late"
        },
        all = false,
        plain = false,
        by =
            "JLS 17.2.4: if interrupted, either a waits normally returns with a pending interrupt, or throws and another thread in the wait set must receive the notification")
    static Object notifyAndInterrupt() throws Throwable {
      Object lock = new Object();
      int[] waiting = new int[1];
      int[] permits = new int[1];
      String[] seen = new String[2];
      Thread first =
          Together.start(() -> {
            synchronized (lock) {
              waiting[0]++;
              try {
                while (permits[0] == 0) {
                  lock.wait();
                }
                permits[0]--;
                seen[0] = "notified" + (Thread.currentThread().isInterrupted() ? ",pending" : "");
              } catch (InterruptedException e) {
                seen[0] = "interrupted";
              }
            }
          });
      Thread second =
          Together.start(() -> {
            synchronized (lock) {
              waiting[0]++;
              while (permits[0] == 0) {
                lock.wait();
              }
              permits[0]--;
              seen[1] = "other-notified";
            }
          });
      while (true) {
        synchronized (lock) {
          if (waiting[0] == 2) {
            permits[0] = 2;
            lock.notify();
            first.interrupt();
            lock.notify();
            break;
          }
        }
        Thread.onSpinWait();
      }
      first.join();
      second.join();
      return seen[0] + " " + seen[1];
    }

    @Allowed(value = "3", by = "JLS 17.2.1: n lock actions are performed on m after the wait")
    static Object waitGivesUpAllHolds() throws Throwable {
      Object lock = new Object();
      int[] got = new int[1];
      Together.run(
          () -> {
            synchronized (lock) {
              synchronized (lock) {
                while (got[0] == 0) {
                  lock.wait();
                }
                got[0]++;
              }
              if (!Thread.holdsLock(lock)) {
                throw new AssertionError();
              }
              got[0]++;
            }
          },
          () -> {
            synchronized (lock) {
              got[0]++;
              lock.notifyAll();
            }
          });
      return got[0];
    }

    interface Sleeper {
      void await() throws InterruptedException;
    }

    @Allowed(value = "1", by = "JLS 15.13: a method reference calls the same method")
    static Object waitByReference() throws Throwable {
      Object lock = new Object();
      int[] got = new int[1];
      Sleeper sleeper = lock::wait;
      Runnable waker = lock::notifyAll;
      Together.run(
          () -> {
            synchronized (lock) {
              while (got[0] == 0) {
                sleeper.await();
              }
            }
          },
          () -> {
            synchronized (lock) {
              got[0]++;
              waker.run();
            }
          });
      return got[0];
    }
  }
}
