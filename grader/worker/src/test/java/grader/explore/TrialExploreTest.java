package grader.explore;

import grader.testkit.Actor;
import grader.testkit.Trial;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the test kit promises about a trial. */
class TrialExploreTest extends Conformance {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    /** Its value is only known to the thread that owns it. */
    static class Owned {
      final LinkedBlockingQueue<Runnable> requests = new LinkedBlockingQueue<>();
      int value;

      Owned() {
        Thread owner = new Thread(this::serve);
        owner.setDaemon(true);
        owner.start();
      }

      private void serve() {
        try {
          while (true) {
            requests.take().run();
          }
        } catch (InterruptedException e) {
        }
      }

      int plus(int more) {
        int[] seen = new int[1];
        CountDownLatch answered = new CountDownLatch(1);
        requests.add(() -> {
          seen[0] = value += more;
          answered.countDown();
        });
        try {
          answered.await();
        } catch (InterruptedException e) {
        }
        return seen[0];
      }
    }

    @Allowed(
        value = "1",
        plain = false,
        by = "Trial.eventually: waits until the condition holds, although to look takes others")
    static Object eventuallyAsksAnotherThread(Trial trial) {
      Owned owned = new Owned();
      trial.actor("writer", () -> owned.plus(1));
      trial.eventually("it is written", () -> owned.plus(0) == 1);
      return owned.plus(0);
    }

    @Allowed(
        value = "Stuck",
        plain = false,
        by = "Trial.eventually: stuck if nothing moves any more and it still does not hold")
    static Object eventuallyNever(Trial trial) {
      Owned owned = new Owned();
      trial.actor("writer", () -> owned.plus(1));
      trial.eventually("it is written twice", () -> owned.plus(0) == 2);
      return "no";
    }

    @Allowed(
        value = "3",
        plain = false,
        by = "Trial.settle: every other thread is blocked or has ended")
    static Object settle(Trial trial) {
      AtomicInteger arrived = new AtomicInteger();
      CountDownLatch latch = new CountDownLatch(1);
      for (int i = 0; i < 3; i++) {
        trial.actor(
            "actor-" + i,
            () -> {
              arrived.incrementAndGet();
              latch.await();
            });
      }
      trial.settle();
      int seen = arrived.get();
      latch.countDown();
      trial.join();
      return seen;
    }

    @Allowed(
        value = "Revealed",
        plain = false,
        by = "Trial.awaitSleep: fails one that looks again and again instead")
    static Object awaitSleepOfOneThatNaps(Trial trial) {
      Actor<Void> napping =
          trial.actor(
              "napping",
              () -> {
                while (!Thread.currentThread().isInterrupted()) {
                  Thread.sleep(1);
                }
              });
      trial.awaitSleep(napping);
      return "no";
    }

    @Allowed(value = "done", plain = false, by = "Trial.awaitSleep: waits until this actor sleeps")
    static Object awaitSleep(Trial trial) {
      CountDownLatch latch = new CountDownLatch(1);
      Actor<Void> sleeper = trial.actor("sleeper", () -> latch.await());
      trial.awaitSleep(sleeper);
      latch.countDown();
      trial.join();
      return "done";
    }

    static class Wide {
      volatile int a;
      volatile int b;
      volatile int c;
      volatile int d;
    }

    @Allowed(
        value = "Stuck",
        plain = false,
        by = "a busy loop of many steps never ends: nobody else changes anything")
    static Object goesRoundInAWideCircle(Trial trial) {
      Wide wide = new Wide();
      while (wide.a + wide.b + wide.c + wide.d >= 0) {
        wide.a = 1;
        wide.b = 1;
        wide.c = 1;
        wide.d = 1;
        synchronized (wide) {
          wide.a = 2;
          wide.b = 2;
        }
      }
      return "never";
    }
  }
}
