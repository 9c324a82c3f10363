package grader.explore;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;

import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Semaphores. */
class LinearizableSemaphoresExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    interface Permits {
      void acquire() throws InterruptedException;

      boolean tryAcquire();

      boolean tryAcquire(long millis) throws InterruptedException;

      void release();
    }

    static Effect<Integer> attempt(int free) {
      return free > 0 ? returns(true, free - 1) : returns(false, 0);
    }

    static Specification<Permits, Integer> semaphore(Permits fresh, int free) {
      return waitsAndWakes(fresh, free)
          .operation("tryAcquire()", Permits::tryAcquire, Programs::attempt);
    }

    static Specification<Permits, Integer> waitsAndWakes(Permits fresh, int free) {
      return Specification.of(() -> fresh, free)
          .command("acquire()", Permits::acquire, left -> left > 0 ? done(left - 1) : waits())
          .command("release()", Permits::release, left -> done(left + 1));
    }

    static class MonitorSemaphore implements Permits {
      int free;

      MonitorSemaphore(int free) {
        this.free = free;
      }

      public synchronized void acquire() throws InterruptedException {
        while (free == 0) {
          wait();
        }
        free--;
      }

      public synchronized boolean tryAcquire() {
        return free > 0 && free-- > 0;
      }

      public boolean tryAcquire(long millis) {
        throw new UnsupportedOperationException();
      }

      public synchronized void release() {
        free++;
        notify();
      }
    }

    @Right
    static void semaphoreWithMonitor(Trial trial) {
      semaphore(new MonitorSemaphore(1), 1).interruptible().check(trial);
    }

    @Wrong(calls = 2)
    static void semaphoreThatTestsOutsideOfItsLock(Trial trial) {
      semaphore(
              new MonitorSemaphore(1) {
                @Override
                public boolean tryAcquire() {
                  if (free == 0) {
                    return false;
                  }
                  synchronized (this) {
                    free--;
                    return true;
                  }
                }
              },
              1)
          .interruptible()
          .check(trial);
    }

    /** Whoever comes between finds a permit that a waiting thread was promised. */
    @Wrong(calls = 2)
    static void semaphoreWithIf(Trial trial) {
      semaphore(
              new MonitorSemaphore(0) {
                @Override
                public synchronized void acquire() throws InterruptedException {
                  if (free == 0) {
                    wait();
                  }
                  free--;
                }
              },
              0)
          .check(trial);
    }

    /** It wakes somebody only if nothing was free: of two that wait, the second sleeps on. */
    @Wrong("Stuck")
    static void semaphoreThatWakesTooSeldom(Trial trial) {
      waitsAndWakes(
              new MonitorSemaphore(0) {
                @Override
                public synchronized void release() {
                  if (free++ == 0) {
                    notify();
                  }
                }
              },
              0)
          .check(trial);
    }

    /** It has taken a permit and leaves by an interrupt. */
    @Wrong("Stuck")
    static void semaphoreThatLosesAPermitByAnInterrupt(Trial trial) {
      semaphore(
              new MonitorSemaphore(1) {
                @Override
                public void acquire() throws InterruptedException {
                  super.acquire();
                  if (Thread.interrupted()) {
                    throw new InterruptedException();
                  }
                }
              },
              1)
          .interruptible()
          .check(trial);
    }

    static class ConditionSemaphore implements Permits {
      final ReentrantLock lock = new ReentrantLock();
      final Condition some = lock.newCondition();
      int free;

      ConditionSemaphore(int free) {
        this.free = free;
      }

      public void acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
          while (free == 0) {
            some.await();
          }
          free--;
        } finally {
          lock.unlock();
        }
      }

      public boolean tryAcquire() {
        lock.lock();
        try {
          return free > 0 && free-- > 0;
        } finally {
          lock.unlock();
        }
      }

      public boolean tryAcquire(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
          while (free == 0) {
            if (left <= 0) {
              return false;
            }
            left = some.awaitNanos(left);
          }
          free--;
          return true;
        } finally {
          lock.unlock();
        }
      }

      public void release() {
        lock.lock();
        try {
          free++;
          some.signal();
        } finally {
          lock.unlock();
        }
      }
    }

    @Right
    static void semaphoreWithConditionAndTime(Trial trial) {
      semaphore(new ConditionSemaphore(1), 1)
          .operation(
              "tryAcquire(1 ms)",
              one -> one.tryAcquire(1),
              free -> attempt(free).or(returns(false, free)))
          .interruptible()
          .check(trial);
    }

    /** A thread whose time is over takes a signal along that was meant for another. */
    @Wrong(value = "Stuck", rare = true)
    static void semaphoreThatTakesASignalAlong(Trial trial) {
      waitsAndWakes(
              new ConditionSemaphore(0) {
                @Override
                public boolean tryAcquire(long millis) throws InterruptedException {
                  long left = TimeUnit.MILLISECONDS.toNanos(millis);
                  lock.lockInterruptibly();
                  try {
                    while (free == 0) {
                      left = some.awaitNanos(left);
                      if (left <= 0) {
                        return false;
                      }
                    }
                    free--;
                    return true;
                  } finally {
                    lock.unlock();
                  }
                }
              },
              0)
          .operation(
              "tryAcquire(1 ms)",
              one -> one.tryAcquire(1),
              free -> attempt(free).or(returns(false, free)))
          .interruptible()
          .check(trial);
    }
  }
}
