package grader.explore;

import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;

/** What cannot be controlled is noticed, and is no verdict. */
class EscapeExploreTest extends Conformance {

  @SuppressWarnings({"all", "deprecation", "overrides", "removal", "serial", "try"})
  static class Programs {

    static CountDownLatch latch = new CountDownLatch(1);
    static int begun;

    static class Blocking {
      static int value;

      static {
        try {
          latch.await();
        } catch (InterruptedException e) {
          throw new ExceptionInInitializerError(e);
        }
      }
    }

    static class Spinning {
      static int value;

      static {
        while (latch.getCount() > 0) {
          Thread.onSpinWait();
        }
      }
    }

    static class Plain {
      static int value;

      static {
        begun++;
        Thread.yield();
        value = 1;
      }
    }

    @Allowed(
        value = {"1", "Escaped"},
        plain = false,
        by = "ours: a static initialiser that waits for another thread cannot be left")
    static Object blockingInitialiser() throws Throwable {
      Together.run(() -> Blocking.value++, () -> latch.countDown());
      return Blocking.value;
    }

    @Allowed(
        value = {"1", "Escaped"},
        plain = false,
        by = "ours: the same for one that spins")
    static Object spinningInitialiser() throws Throwable {
      Together.run(() -> Spinning.value++, () -> latch.countDown());
      return Spinning.value;
    }

    @Allowed(value = "1 1", by = "JLS 12.4.2: a class is initialised once, and others wait for it")
    static Object initialiserOnce() throws Throwable {
      int[] seen = new int[2];
      Together.run(() -> seen[0] = Plain.value, () -> seen[1] = Plain.value);
      return seen[0] * seen[1] + " " + begun;
    }

    @Allowed(
        value = {"done", "Escaped"},
        plain = false,
        by = "ours: a function that waits inside a synchronized method of the JDK cannot be left")
    static Object waitingInHashtable() throws Throwable {
      Hashtable<String, Integer> table = new Hashtable<>();
      Together.run(() -> table.computeIfAbsent("k", k -> awaited()), () -> latch.countDown());
      return "done";
    }

    private static int awaited() {
      try {
        latch.await();
        return 1;
      } catch (InterruptedException e) {
        return 0;
      }
    }
  }
}
