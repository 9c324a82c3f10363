package grader.explore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** {@code java.util.concurrent.atomic} and {@code VarHandle}. */
class AtomicExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    private static final VarHandle VALUE;
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final AtomicIntegerFieldUpdater<Cell> UPDATER =
        AtomicIntegerFieldUpdater.newUpdater(Cell.class, "value");

    static {
      try {
        VALUE = MethodHandles.lookup().findVarHandle(Cell.class, "value", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    static class Cell {
      volatile int value;
      volatile long wide;
      volatile double real;
    }

    @Allowed(value = "3", by = "AtomicInteger.incrementAndGet: atomically")
    static Object increments() throws Throwable {
      AtomicInteger value = new AtomicInteger();
      Together.run(value::incrementAndGet, value::getAndIncrement, () -> value.addAndGet(1));
      return value.get();
    }

    @Allowed(
        value = {"1", "2"},
        by = "two atomic steps are not one: an update may be lost")
    static Object getThenSet() throws Throwable {
      AtomicInteger value = new AtomicInteger();
      Together.run(() -> value.set(value.get() + 1), () -> value.set(value.get() + 1));
      return value.get();
    }

    @Allowed(
        value = {"1", "2"},
        by = "JLS 17.4: volatile makes reads and writes atomic, not the increment")
    static Object volatileIncrement() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> cell.value++, () -> cell.value++);
      return cell.value;
    }

    @Allowed(
        value = {"1.0 2", "2.0 1", "2.0 2"},
        by = "JLS 17.7: volatile long and double; either increment may be lost")
    static Object wideFields() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> {
            cell.wide++;
            cell.real += 1;
          },
          () -> {
            cell.real += 1;
            cell.wide++;
          });
      return cell.real + " " + cell.wide;
    }

    @Allowed(
        value = "2",
        by = "AtomicInteger.updateAndGet: the function is re-applied when attempted updates fail")
    static Object update() throws Throwable {
      AtomicInteger value = new AtomicInteger();
      Cell calls = new Cell();
      Together.run(
          () ->
              value.updateAndGet(old -> {
                calls.value++;
                return old + 1;
              }),
          () ->
              value.accumulateAndGet(
                  1,
                  (old, x) -> {
                    calls.value++;
                    return old + x;
                  }));
      return value.get();
    }

    @Allowed(
        value = {"true false", "false true"},
        by = "AtomicBoolean.compareAndSet: one wins")
    static Object oneWins() throws Throwable {
      AtomicBoolean once = new AtomicBoolean();
      boolean[] won = new boolean[2];
      Together.run(
          () -> won[0] = once.compareAndSet(false, true),
          () -> won[1] = once.compareAndSet(false, true));
      return won[0] + " " + won[1];
    }

    @Allowed(
        value = {"true", "false"},
        by = "weakCompareAndSet: may fail spuriously")
    static Object weak() throws Throwable {
      return VALUE.weakCompareAndSet(new Cell(), 0, 1);
    }

    @Allowed(value = "2", by = "weakCompareAndSet in a loop")
    static Object weakLoop() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> addWeakly(cell), () -> addWeakly(cell));
      return cell.value;
    }

    private static void addWeakly(Cell cell) {
      int old;
      do {
        old = cell.value;
      } while (!VALUE.weakCompareAndSetPlain(cell, old, old + 1));
    }

    @Allowed(value = "1 2 7 9 false 5", by = "VarHandle: every access mode")
    static Object modes() {
      Cell cell = new Cell();
      VALUE.set(cell, 1);
      String seen = VALUE.get(cell) + " ";
      VALUE.setOpaque(cell, 2);
      seen += VALUE.getOpaque(cell) + " ";
      VALUE.setRelease(cell, 7);
      seen += VALUE.getAcquire(cell) + " ";
      VALUE.setVolatile(cell, 9);
      seen += (int) VALUE.compareAndExchange(cell, 9, 3) + " ";
      seen += VALUE.compareAndSet(cell, 9, 4) + " ";
      VALUE.getAndAdd(cell, 2);
      VarHandle.fullFence();
      return seen + VALUE.getAndBitwiseOr(cell, 8);
    }

    @Allowed(value = "2", by = "VarHandle.getAndAdd on array elements: atomic")
    static Object elements() throws Throwable {
      int[] array = new int[2];
      Together.run(() -> ELEMENT.getAndAdd(array, 1, 1), () -> ELEMENT.getAndAdd(array, 1, 1));
      return array[1];
    }

    @Allowed(
        value = {"1", "2"},
        by = "JLS 17.4.1: array elements are shared")
    static Object plainElements() throws Throwable {
      int[] array = new int[2];
      Together.run(() -> array[1]++, () -> array[1]++);
      return array[1];
    }

    @Allowed(
        value = {"1", "2"},
        by = "JLS 17.4.1: elements of every type")
    static Object wideElements() throws Throwable {
      long[] array = new long[1];
      Together.run(() -> array[0]++, () -> array[0]++);
      return array[0];
    }

    @Allowed(value = "2 2", by = "AtomicIntegerFieldUpdater, AtomicIntegerArray")
    static Object updaters() throws Throwable {
      Cell cell = new Cell();
      AtomicIntegerArray array = new AtomicIntegerArray(1);
      Together.run(
          () -> {
            UPDATER.incrementAndGet(cell);
            array.incrementAndGet(0);
          },
          () -> {
            UPDATER.getAndAdd(cell, 1);
            array.addAndGet(0, 1);
          });
      return cell.value + " " + array.get(0);
    }

    @Allowed(
        value = "2 3",
        by = "LongAdder.sum and LongAccumulator.get, with no concurrent update, are exact")
    static Object adders() throws Throwable {
      LongAdder adder = new LongAdder();
      LongAccumulator most = new LongAccumulator(Math::max, 0);
      Together.run(
          () -> {
            adder.increment();
            most.accumulate(3);
          },
          () -> {
            adder.increment();
            most.accumulate(2);
          });
      return adder.sum() + " " + most.get();
    }

    @Allowed(
        value = {"true", "false"},
        by = "AtomicReference.compareAndSet does not notice A-B-A; AtomicStampedReference does")
    static Object stamped() throws Throwable {
      AtomicStampedReference<String> top = new AtomicStampedReference<>("a", 0);
      boolean[] won = new boolean[1];
      Together.run(
          () -> {
            int[] stamp = new int[1];
            String seen = top.get(stamp);
            won[0] = top.compareAndSet(seen, "c", stamp[0], stamp[0] + 1);
          },
          () -> {
            if (top.compareAndSet("a", "b", 0, 1)) top.compareAndSet("b", "a", 1, 2);
          });
      return won[0];
    }

    @Allowed(value = "true", by = "AtomicMarkableReference: mark and reference change together")
    static Object markable() throws Throwable {
      AtomicMarkableReference<String> node = new AtomicMarkableReference<>("a", false);
      boolean[] won = new boolean[2];
      Together.run(
          () -> won[0] = node.compareAndSet("a", "b", false, false),
          () -> won[1] = node.attemptMark("a", true));
      return won[0] || won[1];
    }

    @Allowed(
        value = {"0 0", "0 1", "1 1"},
        by = "JLS 17.4.5: volatile writes are seen in order")
    static Object publication() throws Throwable {
      Cell cell = new Cell();
      Cell flag = new Cell();
      String[] seen = new String[1];
      Together.run(
          () -> {
            cell.value = 1;
            flag.value = 1;
          },
          () -> {
            int up = flag.value;
            seen[0] = up + " " + cell.value;
          });
      return seen[0];
    }

    @Allowed(
        value = {"0 1", "1 0", "1 1"},
        by = "JLS 17.4.3: sequential consistency of volatiles (Dekker); 0 0 is impossible")
    static Object dekker() throws Throwable {
      Cell a = new Cell();
      Cell b = new Cell();
      int[] seen = new int[2];
      Together.run(
          () -> {
            a.value = 1;
            seen[0] = b.value;
          },
          () -> {
            b.value = 1;
            seen[1] = a.value;
          });
      return seen[0] + " " + seen[1];
    }
  }
}
