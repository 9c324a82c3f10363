package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Effect;
import grader.testkit.Action;
import grader.testkit.Bug;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Fields that are accessed by a {@code VarHandle} here, and without it there. */
class HandleRaceExploreTest {

  private static final int SCHEDULES = 50;

  @TestFactory
  Stream<DynamicTest> racesAreFound() {
    return Explored.racing(Racy.class, SCHEDULES);
  }

  @TestFactory
  Stream<DynamicTest> whatIsOrderedOrConfirmedIsNoRace() {
    return Explored.ordered(Ordered.class, SCHEDULES);
  }

  @Test
  void theFieldIsNamed() {
    assertThat(new Explored(Racy.class).races("plainReadOfASwappedField", SCHEDULES))
        .filteredOn(seen -> !seen.equals("done"))
        .isNotEmpty()
        .allMatch(seen -> seen.contains("'value' is "));
  }

  @Test
  void aPlainReadIsStale() {
    assertThat(new Explored(Racy.class).namesOfRaces("plainReadOfASwappedField", SCHEDULES))
        .contains(Bug.STALE_READ.slug())
        .isSubsetOf(Bug.STALE_READ.slug(), "done");
  }

  @Test
  void bothAccessesAreMarked() {
    assertThat(new Explored(Racy.class).movesOfRace("plainReadOfASwappedField"))
        .filteredOn(move -> move.effects().contains(new Effect.Racing()))
        .hasSize(2);
  }

  /** Fields, and their handles. */
  @SuppressWarnings("all")
  static class Cell {
    static final VarHandle VALUE = handle(Cell.class, "value", int.class);
    static final VarHandle FLAG = handle(Cell.class, "flag", boolean.class);
    static final VarHandle CLEAR = handle(Cell.class, "clear", int.class);
    static final VarHandle OWNER = handle(Cell.class, "owner", Thread.class);
    static final VarHandle COUNT = countHandle();

    static int count;

    int value;
    boolean flag;
    volatile int clear;
    Thread owner;

    static VarHandle handle(Class<?> type, String field, Class<?> of) {
      try {
        return MethodHandles.lookup().findVarHandle(type, field, of);
      } catch (ReflectiveOperationException impossible) {
        throw new ExceptionInInitializerError(impossible);
      }
    }

    private static VarHandle countHandle() {
      try {
        return MethodHandles.lookup().findStaticVarHandle(Cell.class, "count", int.class);
      } catch (ReflectiveOperationException impossible) {
        throw new ExceptionInInitializerError(impossible);
      }
    }

    void swapIn(int next) {
      int seen = (int) VALUE.getVolatile(this);
      while (!VALUE.compareAndSet(this, seen, next)) {
        seen = (int) VALUE.getVolatile(this);
      }
    }
  }

  static class Special extends Cell {
    static final VarHandle INHERITED = handle(Special.class, "value", int.class);
  }

  @SuppressWarnings("all")
  static class Racy {

    static Object plainReadOfASwappedField() throws Throwable {
      Cell cell = new Cell();
      int[] seen = new int[1];
      Together.run(() -> cell.swapIn(1), () -> seen[0] = cell.value);
      return "done";
    }

    static Object plainReadThatDecides() throws Throwable {
      Cell cell = new Cell();
      Action claim =
          () -> {
            if (cell.value == 0) {
              Cell.VALUE.compareAndSet(cell, 0, 1);
            }
          };
      Together.run(claim, claim);
      return "done";
    }

    static Object plainReadsBeforeTheSwap() throws Throwable {
      Cell cell = new Cell();
      Action lockAndUnlock =
          () -> {
            do {
              while (cell.flag) {
                Thread.onSpinWait();
              }
            } while (!Cell.FLAG.compareAndSet(cell, false, true));
            Cell.FLAG.setRelease(cell, false);
          };
      Together.run(lockAndUnlock, lockAndUnlock);
      return "done";
    }

    static Object plainWriteBesideASwap() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> cell.swapIn(1), () -> cell.value = 2);
      return "done";
    }

    static Object plainWriteBesideGetAndAdd() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> cell.value = 2, () -> Cell.VALUE.getAndAdd(cell, 1));
      return "done";
    }

    static Object plainWriteBesideAnAcquire() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> cell.value = 1,
          () -> {
            int ignored = (int) Cell.VALUE.getAcquire(cell);
          });
      return "done";
    }

    static Object plainReadOfAStaticField() throws Throwable {
      Together.run(
          () -> Cell.COUNT.setVolatile(1),
          () -> {
            int ignored = Cell.count;
          });
      return "done";
    }

    static Object plainReadByTheHandle() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> Cell.VALUE.setRelease(cell, 1),
          () -> {
            int ignored = (int) Cell.VALUE.get(cell);
          });
      return "done";
    }

    static Object plainWritesByTheHandle() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> Cell.VALUE.set(cell, 1), () -> cell.value = 2);
      return "done";
    }

    static Object readAgainAfterTheSwap() throws Throwable {
      Cell cell = new Cell();
      int[] seen = new int[2];
      Together.run(
          () -> {
            Cell.VALUE.compareAndSet(cell, cell.value, 1);
            seen[0] = cell.value;
          },
          () -> {
            Cell.VALUE.compareAndSet(cell, cell.value, 2);
            seen[1] = cell.value;
          });
      return "done";
    }
  }

  @SuppressWarnings("all")
  static class Ordered {

    static Object readConfirmedBySwap() throws Throwable {
      Cell cell = new Cell();
      Action add =
          () -> {
            int seen;
            do {
              seen = cell.value;
            } while (!Cell.VALUE.compareAndSet(cell, seen, seen + 1));
          };
      Together.run(add, add);
      return "done";
    }

    static Object readConfirmedByWeakSwap() throws Throwable {
      Cell cell = new Cell();
      Action add =
          () -> {
            int seen;
            do {
              seen = cell.value;
            } while (!Cell.VALUE.weakCompareAndSetRelease(cell, seen, seen + 1));
          };
      Together.run(add, add);
      return "done";
    }

    static Object readConfirmedByExchange() throws Throwable {
      Cell cell = new Cell();
      Action add =
          () -> {
            int seen = cell.value;
            int found;
            while ((found = (int) Cell.VALUE.compareAndExchange(cell, seen, seen + 1)) != seen) {
              seen = found;
            }
          };
      Together.run(add, add);
      return "done";
    }

    static Object swapThatFailsWritesNothing() throws Throwable {
      Cell cell = new Cell();
      cell.value = 1;
      int[] seen = new int[1];
      Together.run(() -> Cell.VALUE.compareAndSet(cell, 0, 2), () -> seen[0] = cell.value);
      return "done";
    }

    static Object writtenBeforeItIsShared() throws Throwable {
      Cell cell = new Cell();
      cell.value = 1;
      Together.run(() -> cell.swapIn(2), () -> cell.swapIn(3));
      int ignored = cell.value;
      return "done";
    }

    static Object readByItsOnlyWriter() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> {
            Cell.VALUE.setRelease(cell, cell.value + 1);
            Cell.VALUE.setRelease(cell, cell.value + 1);
          },
          () -> {
            int ignored = (int) Cell.VALUE.getAcquire(cell);
          });
      return "done";
    }

    static Object readAfterAnAcquireThatSaw() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> Cell.VALUE.setRelease(cell, 1),
          () -> {
            while ((int) Cell.VALUE.getAcquire(cell) == 0) {
              Thread.onSpinWait();
            }
            int ignored = cell.value;
          });
      return "done";
    }

    static Object writtenPlainlyThenReleased() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> {
            cell.value = 1;
            Cell.FLAG.setRelease(cell, true);
          },
          () -> {
            while (!(boolean) Cell.FLAG.getAcquire(cell)) {
              Thread.onSpinWait();
            }
            cell.value++;
          });
      return "done";
    }

    static Object underOneLock() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> {
            synchronized (cell) {
              cell.swapIn(1);
            }
          },
          () -> {
            synchronized (cell) {
              cell.value++;
            }
          });
      return "done";
    }

    static Object volatileField() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> Cell.CLEAR.compareAndSet(cell, 0, 1),
          () -> {
            int ignored = cell.clear;
          });
      return "done";
    }

    static Object staticSwaps() throws Throwable {
      Action add =
          () -> {
            int seen;
            do {
              seen = Cell.count;
            } while (!Cell.COUNT.compareAndSet(seen, seen + 1));
          };
      Together.run(add, add);
      return "done";
    }

    static Object inheritedField() throws Throwable {
      Special cell = new Special();
      Action add = () -> Special.INHERITED.getAndAdd(cell, 1);
      Together.run(add, add);
      return "done";
    }

    /** It finds itself exactly if it is the owner. */
    static Object ownerThatLooksForItself() throws Throwable {
      Cell cell = new Cell();
      Action enter =
          () -> {
            if (cell.owner == Thread.currentThread()) {
              return;
            }
            while (!Cell.OWNER.compareAndSet(cell, null, Thread.currentThread())) {
              Thread.onSpinWait();
            }
            cell.value++;
            Cell.OWNER.setRelease(cell, null);
          };
      Together.run(enter, enter);
      return "done";
    }

    static Object arrayElements() throws Throwable {
      VarHandle cells = MethodHandles.arrayElementVarHandle(int[].class);
      int[] array = new int[1];
      Together.run(() -> cells.getAndAdd(array, 0, 1), () -> cells.getAndAdd(array, 0, 1));
      return "done";
    }
  }
}
