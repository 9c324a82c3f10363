package grader.explore;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;

import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Latches, promises, and values that are made once. */
class LinearizableFuturesExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    static class Latch {
      int count = 2;

      synchronized void countDown() {
        if (count > 0 && --count == 0) {
          open();
        }
      }

      void open() {
        notifyAll();
      }

      synchronized void await() throws InterruptedException {
        while (count > 0) {
          wait();
        }
      }

      synchronized int getCount() {
        return count;
      }
    }

    static Specification<Latch, Integer> latch(Latch fresh) {
      return Specification.of(() -> fresh, 2)
          .command("countDown()", Latch::countDown, count -> done(Math.max(0, count - 1)))
          .command("await()", Latch::await, count -> count == 0 ? done(0) : waits())
          .operation("getCount()", Latch::getCount, count -> returns(count, count));
    }

    @Right
    static void latchWithMonitor(Trial trial) {
      latch(new Latch()).interruptible().check(trial);
    }

    /**
     * Two that come together count down to less than zero, or both think that they are not last.
     */
    static class CheckedLatch extends Latch {
      @Override
      void countDown() {
        if (getCount() > 0) {
          synchronized (this) {
            count--;
            notifyAll();
          }
        }
      }
    }

    @Wrong(calls = 4)
    static void latchThatChecksThenCounts(Trial trial) {
      latch(new CheckedLatch()).check(trial);
    }

    @Wrong("Stuck")
    static void latchThatWakesOnlyOne(Trial trial) {
      latch(
              new Latch() {
                @Override
                void open() {
                  notify();
                }
              })
          .check(trial);
    }

    @Wrong(calls = 1)
    static void latchWithIf(Trial trial) {
      latch(
              new Latch() {
                @Override
                synchronized void await() throws InterruptedException {
                  if (count > 0) {
                    wait();
                  }
                }
              })
          .interruptible()
          .check(trial);
    }

    interface Promise {
      boolean complete(int value);

      int get() throws InterruptedException;

      int getNow(int otherwise);
    }

    static Specification<Promise, Integer> promise(Promise fresh) {
      return Specification.of(() -> fresh, 0)
          .operation(
              "complete(1)",
              one -> one.complete(1),
              n -> n == 0 ? returns(true, 1) : returns(false, n))
          .operation(
              "complete(2)",
              one -> one.complete(2),
              n -> n == 0 ? returns(true, 2) : returns(false, n))
          .operation("get()", Promise::get, n -> n == 0 ? waits() : returns(n, n))
          .operation("getNow(7)", one -> one.getNow(7), n -> returns(n == 0 ? 7 : n, n));
    }

    static class MonitorPromise implements Promise {
      Integer value;

      public synchronized boolean complete(int other) {
        boolean first = value == null;
        if (first) {
          value = other;
          notifyAll();
        }
        return first;
      }

      public synchronized int get() throws InterruptedException {
        while (value == null) {
          wait();
        }
        return value;
      }

      public synchronized int getNow(int otherwise) {
        return value == null ? otherwise : value;
      }
    }

    @Right
    static void promiseWithMonitor(Trial trial) {
      promise(new MonitorPromise()).interruptible().check(trial);
    }

    @Wrong(calls = 2)
    static void promiseThatChecksThenCompletes(Trial trial) {
      promise(
              new MonitorPromise() {
                @Override
                public boolean complete(int other) {
                  if (getNow(0) != 0) {
                    return false;
                  }
                  synchronized (this) {
                    value = other;
                    notifyAll();
                  }
                  return true;
                }
              })
          .check(trial);
    }

    /** Those who wait are in a list; who completes takes the list, and wakes them. */
    static class ParkingPromise implements Promise {
      record Waiter(Thread thread, Object next) {}

      final AtomicReference<Object> state = new AtomicReference<>();

      public boolean complete(int value) {
        Object seen = state.get();
        while (!(seen instanceof Integer)) {
          if (state.compareAndSet(seen, value)) {
            wake(seen);
            return true;
          }
          seen = state.get();
        }
        return false;
      }

      void wake(Object waiters) {
        while (waiters instanceof Waiter waiter) {
          LockSupport.unpark(waiter.thread());
          waiters = waiter.next();
        }
      }

      public int get() throws InterruptedException {
        boolean waits = false;
        while (true) {
          Object seen = state.get();
          if (seen instanceof Integer value) {
            return value;
          }
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (waits) {
            LockSupport.park(this);
          } else {
            waits = state.compareAndSet(seen, new Waiter(Thread.currentThread(), seen));
          }
        }
      }

      public int getNow(int otherwise) {
        return state.get() instanceof Integer value ? value : otherwise;
      }
    }

    @Right
    static void promiseThatParks(Trial trial) {
      promise(new ParkingPromise()).interruptible().check(trial);
    }

    @Wrong("Stuck")
    static void promiseThatWakesOnlyTheLast(Trial trial) {
      promise(
              new ParkingPromise() {
                @Override
                void wake(Object waiters) {
                  if (waiters instanceof Waiter waiter) {
                    LockSupport.unpark(waiter.thread());
                  }
                }
              })
          .interruptible()
          .check(trial);
    }

    static class OfTheJdk implements Promise {
      final CompletableFuture<Integer> future = new CompletableFuture<>();

      public boolean complete(int value) {
        return future.complete(value);
      }

      public int get() throws InterruptedException {
        try {
          return future.get();
        } catch (java.util.concurrent.ExecutionException impossible) {
          throw new IllegalStateException(impossible);
        }
      }

      public int getNow(int otherwise) {
        return future.getNow(otherwise);
      }
    }

    @Right
    static void promiseOfTheJdk(Trial trial) {
      promise(new OfTheJdk()).interruptible().check(trial);
    }

    /** Makes a value when it is first asked for; the model is what was made, or zero. */
    static class Once {
      final AtomicInteger made = new AtomicInteger();
      volatile Integer value;

      int get() {
        if (value == null) {
          synchronized (this) {
            if (value == null) {
              value = made.incrementAndGet();
            }
          }
        }
        return value;
      }

      int getWithoutSecondLook() {
        if (value == null) {
          synchronized (this) {
            value = made.incrementAndGet();
          }
        }
        return value;
      }
    }

    @Right
    static void valueThatIsMadeOnce(Trial trial) {
      Specification.of(Once::new, 0).operation("get()", Once::get, n -> returns(1, 1)).check(trial);
    }

    @Wrong(calls = 2)
    static void valueThatIsMadeTwice(Trial trial) {
      Specification.of(Once::new, 0)
          .operation("get()", Once::getWithoutSecondLook, n -> returns(1, 1))
          .check(trial);
    }
  }
}
