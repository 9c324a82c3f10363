package reentrantlock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Action;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reentrantlock.ReentrantMutex;
import reentrantlock.ReentrantMutex.Guard;

/** One thread at a time holds the lock, and sees what the last one did. */
@CountsFor(Gate.SAFETY)
class ExclusionTest {

  /** The plain counter is right only if one is inside at a time and sees what the last one did. */
  @ConcurrentTest
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void theLockGuardsPlainData(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    int[] plain = {0};
    for (String name : List.of("one", "two", "three")) {
      int way = trial.random().nextInt(4);
      trial.actor(
          name,
          () -> {
            for (int i = 0; i < 2; i++) {
              locked(mutex, way + i, () -> locked(mutex, 0, () -> plain[0]++));
            }
          });
    }
    trial.join();
    mutex.lock();
    assertThat(plain[0]).as("counted under the lock").isEqualTo(6);
  }

  /** Takes the lock in one of the ways that there are, does it, and unlocks. */
  private static void locked(ReentrantMutex mutex, int way, Action action) throws Throwable {
    switch (way % 4) {
      case 0 -> mutex.lock();
      case 1 -> mutex.lockInterruptibly();
      case 2 -> assertThat(mutex.tryLock(1, TimeUnit.HOURS)).isTrue();
      default -> {
        try (Guard guard = mutex.acquire()) {
          action.run();
          return;
        }
      }
    }
    try {
      action.run();
    } finally {
      mutex.unlock();
    }
  }
}
