package grader.explore;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.fails;
import static grader.linearize.Effect.returns;

import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Locks, and counters that need one. */
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
  }
}
