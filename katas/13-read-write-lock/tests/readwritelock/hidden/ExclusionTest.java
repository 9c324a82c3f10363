package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import readwritelock.ReadWriteMutex;

/** What the lock guards is never seen half changed. */
@CountsFor(Gate.SAFETY)
class ExclusionTest {

  /** Two plain numbers that are equal whenever nobody writes. */
  private static final class Pair {
    private int left;
    private int right;

    void increment() {
      left++;
      right++;
    }

    void requireEqual() {
      assertThat(right).as("the second of two equal numbers").isEqualTo(left);
    }
  }

  @ConcurrentTest
  @Reveals(value = Bug.TORN_STATE, whenStuck = Bug.LOST_WAKEUP)
  void readersSeeWholeChanges(Trial trial) throws InterruptedException {
    ReadWriteMutex mutex = new ReadWriteMutex();
    Pair pair = new Pair();
    for (String name : List.of("writer", "other writer", "reader")) {
      boolean writes = !name.equals("reader");
      boolean limited = trial.random().nextBoolean();
      boolean downgrades = trial.random().nextBoolean();
      trial.actor(
          name,
          () -> {
            for (int i = 0; i < 2; i++) {
              Ways.take(mutex, writes, limited);
              boolean written = writes;
              if (writes) {
                pair.increment();
                if (downgrades) {
                  mutex.downgrade();
                  written = false;
                }
              }
              pair.requireEqual();
              Ways.unlock(mutex, written);
            }
          });
    }
    trial.join();
    mutex.lockRead();
    assertThat(pair.left).as("counted under the write lock").isEqualTo(4);
  }
}
