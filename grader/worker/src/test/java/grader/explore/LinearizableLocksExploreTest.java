package grader.explore;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.fails;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;

import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Locks and semaphores. */
class LinearizableLocksExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    static class SpinLock {
      final AtomicBoolean taken = new AtomicBoolean();

      boolean tryLock() {
        return taken.compareAndSet(false, true);
      }

      void unlock() {
        if (!taken.compareAndSet(true, false)) {
          throw new IllegalStateException("nobody has it");
        }
      }
    }

    static Specification<SpinLock, Boolean> lock(SpinLock fresh) {
      return Specification.of(() -> fresh, false)
          .operation("tryLock()", SpinLock::tryLock, taken -> returns(!taken, true))
          .command(
              "unlock()",
              SpinLock::unlock,
              taken -> taken ? done(false) : fails(IllegalStateException.class, false));
    }

    @Right
    static void spinLock(Trial trial) {
      lock(new SpinLock()).check(trial);
    }

    @Wrong(calls = 2)
    static void spinLockThatLooksThenTakes(Trial trial) {
      lock(new SpinLock() {
            @Override
            boolean tryLock() {
              boolean free = !taken.get();
              if (free) {
                taken.set(true);
              }
              return free;
            }
          })
          .check(trial);
    }

    /** A counter that needs a lock; one of two threads asks who it is by its name. */
    abstract static class Guarded {
      int value;

      static int me() {
        return Thread.currentThread().getName().equals("T2") ? 1 : 0;
      }

      abstract void lock(int me);

      abstract void unlock(int me);

      int increment() {
        int me = me();
        lock(me);
        int mine = ++value;
        unlock(me);
        return mine;
      }
    }

    static void check(Trial trial, Guarded fresh) {
      Specification.of(() -> fresh, 0)
          .operation("increment()", Guarded::increment, n -> returns(n + 1, n + 1))
          .threads(2)
          .check(trial);
    }

    /**
     * Peterson, "Myths about the mutual exclusion problem", Information Processing Letters 1981.
     */
    static class Peterson extends Guarded {
      volatile boolean first;
      volatile boolean second;
      volatile int last;

      boolean wants(int thread) {
        return thread == 0 ? first : second;
      }

      void want(int thread, boolean wants) {
        if (thread == 0) {
          first = wants;
        } else {
          second = wants;
        }
      }

      void lock(int me) {
        want(me, true);
        last = me;
        while (wants(1 - me) && last == me) {
          Thread.onSpinWait();
        }
      }

      void unlock(int me) {
        want(me, false);
      }
    }

    @Right
    static void petersonLock(Trial trial) {
      check(trial, new Peterson());
    }

    /** The others' turn is announced before one's own wish. */
    @Wrong(calls = 2)
    static void petersonLockInTheWrongOrder(Trial trial) {
      check(
          trial,
          new Peterson() {
            @Override
            void lock(int me) {
              last = me;
              want(me, true);
              while (wants(1 - me) && last == me) {
                Thread.onSpinWait();
              }
            }
          });
    }

    /**
     * Hyman, "Comments on a problem in concurrent programming control", CACM 9(1), January 1966;
     * refuted by Knuth, CACM 9(5), May of the same year: between the look at the other's wish and
     * the change of the turn, the other may enter.
     */
    static class Hyman extends Peterson {
      @Override
      void lock(int me) {
        want(me, true);
        while (last != me) {
          while (wants(1 - me)) {
            Thread.onSpinWait();
          }
          last = me;
        }
      }
    }

    @Wrong(calls = 2)
    static void hymanLock(Trial trial) {
      check(trial, new Hyman());
    }

    static class TicketLock extends Guarded {
      final AtomicInteger next = new AtomicInteger();
      volatile int served;

      void lock(int me) {
        int ticket = next.getAndIncrement();
        while (served != ticket) {
          Thread.onSpinWait();
        }
      }

      void unlock(int me) {
        served++;
      }
    }

    @Right
    static void ticketLock(Trial trial) {
      check(trial, new TicketLock());
    }

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
      return Specification.of(() -> fresh, free)
          .command("acquire()", Permits::acquire, left -> left > 0 ? done(left - 1) : waits())
          .operation("tryAcquire()", Permits::tryAcquire, Programs::attempt)
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
      semaphore(
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
    @Wrong("Stuck")
    static void semaphoreThatTakesASignalAlong(Trial trial) {
      semaphore(
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
