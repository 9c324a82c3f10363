package reentrantlock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.List;
import java.util.stream.Stream;
import reentrantlock.ReentrantMutex;

/** Taking the lock without waiting: it belongs to one thread, and to that one until it unlocks. */
@CountsFor(Gate.SAFETY)
class TryLockTest {

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void aFreeLockGoesToOne(Trial trial) {
    List<ReentrantMutex> mutexes = Stream.generate(ReentrantMutex::new).limit(4).toList();
    Actor<List<Boolean>> left = trial.actor("left", () -> tryEach(mutexes));
    Actor<List<Boolean>> right = trial.actor("right", () -> tryEach(mutexes));
    trial.join();
    for (int i = 0; i < mutexes.size(); i++) {
      assertThat(left.result().get(i) ^ right.result().get(i)).as("exactly one has it").isTrue();
    }
  }

  private static List<Boolean> tryEach(List<ReentrantMutex> mutexes) {
    return mutexes.stream().map(ReentrantMutex::tryLock).toList();
  }

  /** What one thread leaves behind must not reach into the turn of the next. */
  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void whoHasTheLockHasItUntilItUnlocks(Trial trial) {
    ReentrantMutex mutex = new ReentrantMutex();
    for (String name : List.of("left", "right")) {
      trial.actor(
          name,
          () -> {
            for (int i = 0; i < 3; i++) {
              if (mutex.tryLock()) {
                assertThat(mutex.isHeldByCurrentThread()).as("held by its owner").isTrue();
                assertThat(mutex.getHoldCount()).as("holds of the owner").isEqualTo(1);
                mutex.unlock();
              }
            }
          });
    }
    trial.join();
  }
}
