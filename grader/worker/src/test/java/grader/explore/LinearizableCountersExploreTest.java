package grader.explore;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;

import grader.linearize.Consistency;
import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Counters and those who hand out numbers. */
class LinearizableCountersExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    interface Counter {
      int increment();

      int get();
    }

    static Specification<Counter, Integer> counter(Counter fresh) {
      return Specification.<Counter, Integer>of(() -> fresh, 0)
          .operation("increment()", Counter::increment, n -> returns(n + 1, n + 1))
          .operation("get()", Counter::get, n -> returns(n, n))
          .afterwards("get()", Counter::get, n -> returns(n, n));
    }

    static class SynchronizedCounter implements Counter {
      int value;

      public synchronized int increment() {
        return ++value;
      }

      public synchronized int get() {
        return value;
      }
    }

    @Right
    static void synchronizedCounter(Trial trial) {
      counter(new SynchronizedCounter()).check(trial);
    }

    static class SwappingCounter implements Counter {
      final AtomicInteger value = new AtomicInteger();

      public int increment() {
        while (true) {
          int seen = value.get();
          if (value.compareAndSet(seen, seen + 1)) {
            return seen + 1;
          }
        }
      }

      public int get() {
        return value.get();
      }
    }

    @Right
    static void swappingCounter(Trial trial) {
      counter(new SwappingCounter()).check(trial);
    }

    static class PlainCounter implements Counter {
      int value;

      public int increment() {
        return ++value;
      }

      public int get() {
        return value;
      }
    }

    @Wrong(calls = 2)
    static void plainCounter(Trial trial) {
      counter(new PlainCounter()).check(trial);
    }

    static class VolatileCounter implements Counter {
      volatile int value;

      public int increment() {
        return ++value;
      }

      public int get() {
        return value;
      }
    }

    @Wrong(calls = 2)
    static void volatileCounter(Trial trial) {
      counter(new VolatileCounter()).check(trial);
    }

    static class LockedOnlyWhenWritten extends SynchronizedCounter {
      @Override
      public int increment() {
        super.increment();
        return get();
      }
    }

    @Wrong(calls = 2)
    static void counterReadAgainAfterTheIncrement(Trial trial) {
      counter(new LockedOnlyWhenWritten()).check(trial);
    }

    /** Each thread counts in a cell of its own. */
    static class Striped {
      final AtomicIntegerArray cells = new AtomicIntegerArray(4);

      static int mine() {
        String name = Thread.currentThread().getName();
        return name.startsWith("T") ? name.charAt(1) - '0' : 0;
      }

      void add(int change) {
        cells.addAndGet(mine(), change);
      }

      int sum() {
        int sum = 0;
        for (int i = 0; i < cells.length(); i++) {
          sum += cells.get(i);
        }
        return sum;
      }
    }

    /** It only grows, by one: whatever the sum, there was a moment at which it was right. */
    @Right
    static void stripedCounterThatOnlyGrows(Trial trial) {
      Specification.of(Striped::new, 0)
          .command("increment()", one -> one.add(1), n -> done(n + 1))
          .operation("sum()", Striped::sum, n -> returns(n, n))
          .afterwards("sum()", Striped::sum, n -> returns(n, n))
          .check(trial);
    }

    @Wrong(calls = 3)
    static void stripedCounterThatGrowsByTwo(Trial trial) {
      Specification.of(Striped::new, 0)
          .command("add(1)", one -> one.add(1), n -> done(n + 1))
          .command("add(2)", one -> one.add(2), n -> done(n + 2))
          .operation("sum()", Striped::sum, n -> returns(n, n))
          .check(trial);
    }

    /** Ups and downs apart: a sum may miss an up and see a later down. */
    static class UpsAndDowns {
      final AtomicInteger ups = new AtomicInteger();
      final AtomicInteger downs = new AtomicInteger();

      void up() {
        ups.incrementAndGet();
      }

      void down() {
        downs.incrementAndGet();
      }

      int sum() {
        return ups.get() - downs.get();
      }

      synchronized int oneSumAtATime() {
        return sum();
      }
    }

    static Specification<UpsAndDowns, Integer> upsAndDowns() {
      return Specification.of(UpsAndDowns::new, 0)
          .command("up()", UpsAndDowns::up, n -> done(n + 1))
          .command("down()", UpsAndDowns::down, n -> done(n - 1))
          .afterwards("sum()", UpsAndDowns::sum, n -> returns(n, n));
    }

    @Wrong(calls = 3)
    static void upsAndDownsOneAtATime(Trial trial) {
      upsAndDowns().operation("sum()", UpsAndDowns::oneSumAtATime, n -> returns(n, n)).check(trial);
    }

    @Right
    static void upsAndDownsBetweenQuietMoments(Trial trial) {
      upsAndDowns()
          .operation("sum()", UpsAndDowns::oneSumAtATime, n -> returns(n, n))
          .consistency(Consistency.QUIESCENTLY_CONSISTENT)
          .check(trial);
    }

    /** Two sums at once may contradict each other: one has seen only the up, one only the down. */
    @Wrong(rare = true)
    static void upsAndDownsWithSumsThatContradict(Trial trial) {
      upsAndDowns()
          .operation("sum()", UpsAndDowns::sum, n -> returns(n, n))
          .consistency(Consistency.QUIESCENTLY_CONSISTENT)
          .check(trial);
    }

    /** The smallest counting network (Aspnes, Herlihy and Shavit, JACM 1994): one balancer. */
    static class CountingNetwork {
      final AtomicInteger balancer = new AtomicInteger();
      final AtomicIntegerArray wires = new AtomicIntegerArray(new int[] {0, 1});

      int next() {
        int wire = balancer.getAndIncrement() % 2;
        return wires.getAndAdd(wire, 2);
      }
    }

    static Specification<CountingNetwork, Integer> network() {
      return Specification.of(CountingNetwork::new, 0)
          .operation("next()", CountingNetwork::next, n -> returns(n, n + 1));
    }

    @Wrong(calls = 3)
    static void countingNetworkOneAtATime(Trial trial) {
      network().check(trial);
    }

    @Right
    static void countingNetworkBetweenQuietMoments(Trial trial) {
      network().consistency(Consistency.QUIESCENTLY_CONSISTENT).check(trial);
    }
  }
}
