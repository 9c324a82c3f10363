package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What moves tell for pictures. */
class RecordingExploreTest {

  private static final Explored EXPLORED = new Explored(Programs.class);

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    static class Cell {
      int value;

      synchronized void add() {
        value++;
      }

      synchronized void await() throws InterruptedException {
        while (value == 0) {
          wait();
        }
      }

      synchronized void set() {
        value = 1;
        notifyAll();
      }
    }

    static Object monitor() throws Throwable {
      new Cell().add();
      return "done";
    }

    static Object lock() throws Throwable {
      Cell cell = new Cell();
      ReentrantLock lock = new ReentrantLock();
      lock.lock();
      cell.value = 7;
      lock.unlock();
      return cell.value;
    }

    static Object twoLocks() throws Throwable {
      new Cell().add();
      new Cell().add();
      return "done";
    }

    static Object waits() throws Throwable {
      Cell cell = new Cell();
      Together.run(cell::await, cell::set);
      return "done";
    }

    static Object race() throws Throwable {
      Cell cell = new Cell();
      Together.run(cell::add, () -> cell.value = 3);
      return "done";
    }
  }

  @Test
  void aMonitorIsHeldFromTheStepThatLocksToTheOneThatUnlocks() {
    List<Move> moves = moves("monitor");

    assertThat(holds(moves, "locks")).containsExactly(new Effect.Hold("test", "Cell", true));
    assertThat(holds(moves, "unlocks")).containsExactly(new Effect.Hold("test", "Cell", false));
    assertThat(holds(moves, "writes value = 1")).isEmpty();
  }

  @Test
  void aLockOfTheLibraryIsHeldFromItsCallOn() {
    List<Move> moves = moves("lock");

    assertThat(holds(moves, "ReentrantLock.lock"))
        .containsExactly(new Effect.Hold("test", "ReentrantLock", true));
    assertThat(holds(moves, "ReentrantLock.unlock"))
        .containsExactly(new Effect.Hold("test", "ReentrantLock", false));
  }

  @Test
  void twoObjectsOfOneClassHaveTwoNames() {
    assertThat(moves("twoLocks").stream().flatMap(move -> move.effects().stream()))
        .contains(new Effect.Hold("test", "Cell", true), new Effect.Hold("test", "Cell 2", true));
  }

  @Test
  void aWriteTellsTheNewValueAndAReadTheOldOne() {
    List<Move> moves = moves("monitor");

    assertThat(move(moves, "reads value = 0").effects())
        .contains(new Effect.Access("Cell.value", "0", false));
    assertThat(move(moves, "writes value = 1").effects())
        .contains(new Effect.Access("Cell.value", "1", true));
  }

  @Test
  void whoWaitsIsSeenToWaitForTheMonitorAndToBeWoken() {
    List<Move> moves = moves("waits");
    Move waits = move(moves, "waits");
    String waiter = waits.thread();

    assertThat(waits.effects()).contains(new Effect.Turn(waiter, Thread.State.WAITING, "Cell"));
    assertThat(move(moves, "notifies " + waiter).effects())
        .contains(new Effect.Signal(waiter), new Effect.Turn(waiter, Thread.State.RUNNABLE, ""));
  }

  @Test
  void bothAccessesOfADataRaceAreMarked() {
    List<Move> moves = EXPLORED.movesOfRace("race");

    assertThat(moves.getFirst().effects()).contains(new Effect.Racing());
    assertThat(moves.getLast().effects()).contains(new Effect.Racing());
    assertThat(moves.stream().filter(move -> move.effects().contains(new Effect.Racing())))
        .hasSize(2);
  }

  private static List<Move> moves(String program) {
    Recording recording = new Recording(EXPLORED.sites());
    EXPLORED.watch(true);
    Explored.Seen ignored = EXPLORED.run(program, 1, new Exhaustive(0), recording);
    EXPLORED.watch(false);
    return recording.moves();
  }

  private static Move move(List<Move> moves, String what) {
    return moves.stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow();
  }

  private static List<Effect> holds(List<Move> moves, String what) {
    return move(moves, what).effects().stream().filter(Effect.Hold.class::isInstance).toList();
  }
}
