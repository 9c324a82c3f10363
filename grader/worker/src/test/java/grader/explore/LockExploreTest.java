package grader.explore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** {@code java.util.concurrent.locks}. */
class LockExploreTest extends Conformance {

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
      int other;
    }

    @Allowed(value = "2", by = "ReentrantLock: mutual exclusion")
    static Object exclusion() throws Throwable {
      return twice(new ReentrantLock());
    }

    @Allowed(value = "2", by = "ReentrantLock(true): mutual exclusion, in the order of arrival")
    static Object fairExclusion() throws Throwable {
      return twice(new ReentrantLock(true));
    }

    @Allowed(value = "2", by = "WriteLock: mutual exclusion")
    static Object writeLock() throws Throwable {
      return twice(new ReentrantReadWriteLock().writeLock());
    }

    @Allowed(value = "2", by = "StampedLock.asWriteLock: mutual exclusion")
    static Object stampedLock() throws Throwable {
      return twice(new StampedLock().asWriteLock());
    }

    @Allowed(
        value = {"1", "2"},
        by = "ReadLock: readers may hold it together")
    static Object readLockExcludesNobody() throws Throwable {
      return twice(new ReentrantReadWriteLock().readLock());
    }

    private static Object twice(Lock lock) throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> add(lock, cell), () -> add(lock, cell));
      return cell.value;
    }

    private static void add(Lock lock, Cell cell) {
      lock.lock();
      try {
        cell.value++;
      } finally {
        lock.unlock();
      }
    }

    @Allowed(
        value = "IllegalMonitorStateException",
        by = "ReentrantLock.unlock: if the current thread does not hold this lock")
    static Object unlockUnowned() {
      new ReentrantLock().unlock();
      return "no";
    }

    @Allowed(
        value = {"true", "false"},
        by = "Lock.tryLock: false at once if the lock is not free")
    static Object tryLock() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Cell cell = new Cell();
      boolean[] got = new boolean[1];
      Together.run(
          () -> add(lock, cell),
          () -> {
            got[0] = lock.tryLock();
            if (got[0]) {
              lock.unlock();
            }
          });
      return got[0];
    }

    @Allowed(
        value = "false 3600",
        plain = false,
        by = "Lock.tryLock(time): false if the waiting time elapsed")
    static Object tryLockTimesOut() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      lock.lock();
      String[] got = new String[1];
      long begin = System.nanoTime();
      Together.run(() -> got[0] = "" + lock.tryLock(1, TimeUnit.HOURS));
      return got[0] + " " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    @Allowed(
        value = "InterruptedException",
        by = "Lock.lockInterruptibly: throws if interrupted while acquiring")
    static Object lockInterruptibly() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      lock.lock();
      String[] seen = new String[1];
      Thread thread =
          Together.start(() -> {
            try {
              lock.lockInterruptibly();
            } catch (InterruptedException e) {
              seen[0] = e.getClass().getSimpleName();
            }
          });
      thread.interrupt();
      thread.join();
      return seen[0];
    }

    @Allowed(
        value = "got true",
        by = "Lock.lock: goes on waiting when interrupted, the status is kept")
    static Object lockUninterruptibly() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      lock.lock();
      String[] seen = new String[1];
      Thread thread =
          Together.start(() -> {
            lock.lock();
            seen[0] = "got " + Thread.currentThread().isInterrupted();
            lock.unlock();
          });
      thread.interrupt();
      lock.unlock();
      thread.join();
      return seen[0];
    }

    @Allowed(
        value = {"done", "Stuck"},
        plain = false,
        by = "Lock: two locks in two orders")
    static Object deadlock() throws Throwable {
      ReentrantLock a = new ReentrantLock();
      ReentrantLock b = new ReentrantLock();
      Together.run(
          () -> {
            a.lock();
            b.lock();
            b.unlock();
            a.unlock();
          },
          () -> {
            b.lock();
            a.lock();
            a.unlock();
            b.unlock();
          });
      return "done";
    }

    @Allowed(
        value = "1",
        by = "Condition.await: releases the lock, waits, and has it again when it returns")
    static Object condition() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Condition ready = lock.newCondition();
      Cell cell = new Cell();
      Together.run(
          () -> {
            lock.lock();
            try {
              while (cell.value == 0) {
                ready.await();
              }
              if (!lock.isHeldByCurrentThread()) {
                throw new AssertionError();
              }
            } finally {
              lock.unlock();
            }
          },
          () -> {
            lock.lock();
            try {
              cell.value++;
              ready.signal();
            } finally {
              lock.unlock();
            }
          });
      return cell.value;
    }

    @Allowed(
        value = {"done", "Stuck"},
        plain = false,
        by = "Condition.signal: wakes one waiting thread, if any are waiting")
    static Object lostSignal() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Condition ready = lock.newCondition();
      Together.run(
          () -> {
            lock.lock();
            ready.await();
            lock.unlock();
          },
          () -> {
            lock.lock();
            ready.signal();
            lock.unlock();
          });
      return "done";
    }

    @Allowed(
        value = "IllegalMonitorStateException",
        by = "Condition.await: if the lock is not held")
    static Object awaitWithoutLock() throws Throwable {
      new ReentrantLock().newCondition().await();
      return "no";
    }

    @Allowed(
        value = "true true true",
        by =
            "Condition.await(time), awaitNanos, awaitUntil: the waiting time elapses, or a spurious wake-up")
    static Object timedConditions() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Condition never = lock.newCondition();
      lock.lock();
      long begin = System.nanoTime();
      while (never.await(1, TimeUnit.MILLISECONDS)) {}
      boolean first = System.nanoTime() - begin >= 1_000_000;
      long left = 1_000_000;
      begin = System.nanoTime();
      while (left > 0) {
        left = never.awaitNanos(left);
      }
      boolean second = System.nanoTime() - begin >= 1_000_000;
      while (never.awaitUntil(new java.util.Date(System.currentTimeMillis() + 2))) {}
      lock.unlock();
      return first + " " + second + " true";
    }

    @Allowed(
        value = {"true true", "true false", "false true", "false false"},
        plain = false,
        by = "Condition.await(time), awaitNanos: a spurious wake-up, with time left")
    static Object timedConditionsEndWithoutReason() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Condition never = lock.newCondition();
      lock.lock();
      boolean first = never.await(1, TimeUnit.MILLISECONDS);
      long left = never.awaitNanos(1_000_000);
      lock.unlock();
      if (left >= 1_000_000) {
        throw new AssertionError("no time has passed");
      }
      return first + " " + (left > 0);
    }

    @Allowed(
        value = "InterruptedException true",
        by = "Condition.await: the lock is held again when it throws")
    static Object interruptedCondition() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Condition never = lock.newCondition();
      String[] seen = new String[1];
      Thread thread =
          Together.start(() -> {
            lock.lock();
            try {
              while (true) {
                never.await();
              }
            } catch (InterruptedException e) {
              seen[0] = "InterruptedException " + lock.isHeldByCurrentThread();
            } finally {
              lock.unlock();
            }
          });
      thread.interrupt();
      thread.join();
      return seen[0];
    }

    @Allowed(
        value = {"0 0", "1 1"},
        by = "ReentrantReadWriteLock: a reader never sees a writer's work half done")
    static Object readersAndWriters() throws Throwable {
      ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
      Cell cell = new Cell();
      String[] seen = new String[1];
      Together.run(
          () -> {
            lock.writeLock().lock();
            cell.value++;
            cell.other++;
            lock.writeLock().unlock();
          },
          () -> {
            lock.readLock().lock();
            seen[0] = cell.value + " " + cell.other;
            lock.readLock().unlock();
          });
      return seen[0];
    }

    @Allowed(
        value = "1 true",
        by = "ReentrantReadWriteLock: a writer can acquire the read lock (downgrading)")
    static Object downgrading() throws Throwable {
      ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
      lock.writeLock().lock();
      lock.readLock().lock();
      lock.writeLock().unlock();
      Cell cell = new Cell();
      Together.run(() -> {
        if (lock.readLock().tryLock()) cell.value++;
      });
      return cell.value + " " + (lock.getReadLockCount() == 2);
    }

    @Allowed(
        value = {"0 0", "1 1", "invalid"},
        by =
            "StampedLock.validate: true if the lock has not been exclusively acquired since the stamp")
    static Object optimisticRead() throws Throwable {
      StampedLock lock = new StampedLock();
      Cell cell = new Cell();
      String[] seen = new String[1];
      Together.run(
          () -> {
            long stamp = lock.writeLock();
            cell.value++;
            cell.other++;
            lock.unlockWrite(stamp);
          },
          () -> {
            long stamp = lock.tryOptimisticRead();
            String read = cell.value + " " + cell.other;
            seen[0] = lock.validate(stamp) ? read : "invalid";
          });
      return seen[0];
    }

    @Allowed(
        value = {"read", "written"},
        by = "StampedLock.tryConvertToWriteLock")
    static Object stampedConversion() throws Throwable {
      StampedLock lock = new StampedLock();
      String[] seen = new String[1];
      Together.run(
          () -> {
            long stamp = lock.readLock();
            long write = lock.tryConvertToWriteLock(stamp);
            seen[0] = write == 0 ? "read" : "written";
            lock.unlock(write == 0 ? stamp : write);
          },
          () -> {
            long stamp = lock.readLock();
            Thread.yield();
            lock.unlockRead(stamp);
          });
      return seen[0];
    }

    static class Mutex extends AbstractQueuedSynchronizer {
      @Override
      protected boolean tryAcquire(int ignored) {
        return compareAndSetState(0, 1);
      }

      @Override
      protected boolean tryRelease(int ignored) {
        setState(0);
        return true;
      }
    }

    @Allowed(
        value = "2",
        by = "AbstractQueuedSynchronizer: acquire blocks until tryAcquire succeeds")
    static Object ownSynchronizer() throws Throwable {
      Mutex mutex = new Mutex();
      Cell cell = new Cell();
      Together.run(
          () -> {
            mutex.acquire(1);
            cell.value++;
            mutex.release(1);
          },
          () -> {
            mutex.acquireInterruptibly(1);
            cell.value++;
            mutex.release(1);
          });
      return cell.value;
    }

    @Allowed(value = "true", plain = false, by = "ReentrantLock.hasQueuedThreads, hasQueuedThread")
    static Object queues() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      lock.lock();
      Thread waiter =
          Together.start(() -> {
            lock.lock();
            lock.unlock();
          });
      while (!lock.hasQueuedThread(waiter)) {
        Thread.onSpinWait();
      }
      boolean queued = lock.hasQueuedThreads() && lock.getQueueLength() == 1;
      lock.unlock();
      waiter.join();
      return queued;
    }

    @Allowed(
        value = {"ab", "ba"},
        by = "unfair ReentrantLock: barging is allowed")
    static Object barging() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      StringBuilder order = new StringBuilder();
      Together.run(
          () -> {
            lock.lock();
            order.append("a");
            lock.unlock();
          },
          () -> {
            lock.lock();
            order.append("b");
            lock.unlock();
          });
      return order.toString();
    }
  }
}
