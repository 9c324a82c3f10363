package grader.explore;

import static grader.explore.Explored.programs;
import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Action;
import grader.testkit.Bug;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A thread may ask without a lock whether it is the owner, if each thread writes only itself there.
 * Nothing else about an owner can be read without order.
 */
class OwnerExploreTest {

  private static final int SCHEDULES = Integer.getInteger("explore.races", 50);

  @TestFactory
  Stream<DynamicTest> whoAsksOnlyForItselfNeedsNoOrder() {
    Explored explored = new Explored(Right.class);
    return programs(Right.class)
        .map(name ->
            DynamicTest.dynamicTest(
                name, () -> assertThat(explored.races(name, SCHEDULES)).containsExactly("done")));
  }

  @TestFactory
  Stream<DynamicTest> everythingElseDoes() {
    Explored explored = new Explored(Wrong.class);
    return programs(Wrong.class)
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () ->
                    assertThat(explored.races(name, SCHEDULES))
                        .anyMatch(seen -> seen.contains("nothing orders the two"))));
  }

  /** A thread is complete before anybody can be told of it: what is missing is only the order. */
  @Test
  void aThreadIsNotPublishedUnsafely() {
    assertThat(new Explored(Wrong.class).namesOfRaces("printed", SCHEDULES))
        .contains(Bug.STALE_READ.slug())
        .isSubsetOf(Bug.STALE_READ.slug(), "done");
  }

  /** A lock that its owner may take twice: only the owner and the count of its holds. */
  @SuppressWarnings("all")
  static class Lock {
    static Thread ofAll;
    Thread owner;
    int holds;
    boolean locked;

    synchronized void enter() throws InterruptedException {
      while (owner != null) {
        wait();
      }
      owner = Thread.currentThread();
      locked = true;
    }

    synchronized void leave() {
      owner = null;
      locked = false;
      notifyAll();
    }
  }

  @SuppressWarnings("all")
  static class Right {

    static Object ownerFirst() throws Throwable {
      Lock lock = new Lock();
      Action twice =
          () -> {
            if (lock.owner == Thread.currentThread()) {
              throw new AssertionError("found itself and was never there");
            }
            lock.enter();
            if (lock.owner == Thread.currentThread()) {
              lock.holds++;
            }
            lock.leave();
            if (lock.owner == Thread.currentThread()) {
              throw new AssertionError("found itself and had gone");
            }
          };
      Together.run(twice, twice);
      return lock.holds == 2 ? "done" : "holds: " + lock.holds;
    }

    static Object currentThreadFirst() throws Throwable {
      Lock lock = new Lock();
      Action twice =
          () -> {
            lock.enter();
            if (Thread.currentThread() != lock.owner) {
              throw new AssertionError("did not find itself");
            }
            lock.leave();
            if (Thread.currentThread() == lock.owner) {
              throw new AssertionError("found itself and had gone");
            }
          };
      Together.run(twice, twice);
      return "done";
    }

    static Object localVariable() throws Throwable {
      Lock lock = new Lock();
      Action twice =
          () -> {
            Thread me = Thread.currentThread();
            boolean before = lock.owner == me;
            lock.enter();
            boolean during = me == lock.owner;
            lock.leave();
            if (before || !during) {
              throw new AssertionError(before + " " + during);
            }
          };
      Together.run(twice, twice);
      return "done";
    }

    static class Mutex {
      private final Lock lock = new Lock();

      private boolean isMine() {
        return lock.owner == Thread.currentThread();
      }

      private boolean isNotMine() {
        return Thread.currentThread() != this.lock.owner;
      }
    }

    static Object fieldOfAField() throws Throwable {
      Mutex mutex = new Mutex();
      Action twice =
          () -> {
            boolean before = mutex.isMine();
            mutex.lock.enter();
            boolean during = !mutex.isNotMine();
            mutex.lock.leave();
            if (before || !during) {
              throw new AssertionError(before + " " + during);
            }
          };
      Together.run(twice, twice);
      return "done";
    }

    static Object staticField() throws Throwable {
      Lock lock = new Lock();
      Action twice =
          () -> {
            boolean before = Lock.ofAll == Thread.currentThread();
            lock.enter();
            Lock.ofAll = Thread.currentThread();
            boolean during = Thread.currentThread() == Lock.ofAll;
            Lock.ofAll = null;
            lock.leave();
            if (before || !during) {
              throw new AssertionError(before + " " + during);
            }
          };
      Together.run(twice, twice);
      return "done";
    }

    static void become(Lock lock, Thread owner) {
      lock.owner = owner;
    }

    static Object writtenByAMethod() throws Throwable {
      Lock lock = new Lock();
      Action once =
          () -> {
            boolean before = lock.owner == Thread.currentThread();
            synchronized (lock) {
              become(lock, Thread.currentThread());
              become(lock, null);
            }
          };
      Together.run(once, once);
      return "done";
    }
  }

  @SuppressWarnings("all")
  static class Wrong {

    /** One thread owns the lock for a while, as it should; the other one does this meanwhile. */
    private static Object beside(Lock lock, Action action) throws Throwable {
      Together.run(
          () -> {
            lock.enter();
            lock.leave();
          },
          action);
      return "done";
    }

    static Object printed() throws Throwable {
      Lock lock = new Lock();
      return beside(lock, () -> String.valueOf(lock.owner));
    }

    static Object interrupted() throws Throwable {
      Lock lock = new Lock();
      return beside(
          lock,
          () -> {
            Thread owner = lock.owner;
            if (owner != null) {
              owner.interrupt();
            }
          });
    }

    static Object comparedWithNull() throws Throwable {
      Lock lock = new Lock();
      return beside(lock, () -> System.identityHashCode(lock.owner == null));
    }

    static Object comparedAndKept() throws Throwable {
      Lock lock = new Lock();
      return beside(
          lock,
          () -> {
            Thread owner = lock.owner;
            if (owner != Thread.currentThread() && owner != null) {
              throw new AssertionError("somebody else");
            }
          });
    }

    private static boolean owns(Lock lock, Thread other) {
      return lock.owner == other;
    }

    static Object comparedWithAParameter() throws Throwable {
      Lock lock = new Lock();
      return beside(lock, () -> owns(lock, Thread.currentThread()));
    }

    static Object comparedWithAThreadStoredElsewhere() throws Throwable {
      Lock lock = new Lock();
      Thread[] stored = {Thread.currentThread()};
      return beside(lock, () -> System.identityHashCode(lock.owner == stored[0]));
    }

    static Object comparedWithOneOfTwo() throws Throwable {
      Lock lock = new Lock();
      Thread test = Thread.currentThread();
      return beside(
          lock,
          () -> {
            Thread one = Thread.currentThread();
            if (lock.holds == 0) {
              one = test;
            }
            System.identityHashCode(lock.owner == one);
          });
    }

    static Object comparedWithAChoice() throws Throwable {
      Lock lock = new Lock();
      Thread test = Thread.currentThread();
      return beside(
          lock,
          () ->
              System.identityHashCode(
                  lock.owner == (lock.holds == 0 ? test : Thread.currentThread())));
    }

    static Object plainFlag() throws Throwable {
      Lock lock = new Lock();
      return beside(lock, () -> System.identityHashCode(lock.locked));
    }

    static Object ownersThatNothingOrders() throws Throwable {
      Lock lock = new Lock();
      Action once =
          () -> {
            lock.owner = Thread.currentThread();
            if (lock.owner == Thread.currentThread()) {
              lock.owner = null;
            }
          };
      Together.run(once, once);
      return "done";
    }

    /** Whether the first one still finds itself there depends on chance. */
    static Object takenAwayByAnother() throws Throwable {
      Lock lock = new Lock();
      Together.run(
          () -> {
            lock.enter();
            System.identityHashCode(lock.owner == Thread.currentThread());
          },
          lock::leave);
      return "done";
    }

    /** Whoever finds itself there has not put itself there: nothing orders the two threads. */
    static Object handedOver() throws Throwable {
      Lock lock = new Lock();
      Thread[] next = new Thread[1];
      Together.run(
          () -> {
            synchronized (next) {
              next[0] = Thread.currentThread();
            }
            System.identityHashCode(lock.owner == Thread.currentThread());
          },
          () -> {
            synchronized (next) {
              lock.owner = next[0];
            }
          });
      return "done";
    }
  }
}
