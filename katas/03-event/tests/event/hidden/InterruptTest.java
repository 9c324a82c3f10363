package event.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An interrupt ends the waiting of one thread and disturbs no other. */
@CountsFor(Gate.LIVENESS)
class InterruptTest {

  @ConcurrentTest
  @Reveals(value = Bug.INTERRUPT_AS_SUCCESS, whenStuck = Bug.SWALLOWED_INTERRUPT)
  void anInterruptEndsTheWaitingByAnException(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> waiter = scene.waiter("waiter").mayThrow(InterruptedException.class);
    trial.settle();

    waiter.interrupt();
    trial.join(waiter);

    assertThat(waiter.thrown())
        .as("what the waiter threw")
        .containsInstanceOf(InterruptedException.class);
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void theExceptionClearsTheInterruptStatus(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> waiter =
        scene.waiter(
            "waiter",
            () -> {
              try {
                scene.event.await();
                return false;
              } catch (InterruptedException expected) {
                return Thread.currentThread().isInterrupted();
              }
            });
    trial.settle();

    waiter.interrupt();
    trial.join();

    assertThat(waiter.result()).as("interrupt status after the exception").isFalse();
  }

  @ConcurrentTest
  @Reveals(Bug.LOCK_NOT_RELEASED)
  void anInterruptedThreadLeavesNothingLocked(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> waiter = scene.waiter("waiter").mayThrow(InterruptedException.class);
    trial.settle();
    waiter.interrupt();
    trial.join(waiter);

    Actor<Boolean> other = trial.actor("other", scene.event::isSet);
    trial.join();

    assertThat(other.result()).as("set").isFalse();
  }

  @ConcurrentTest
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  void theOtherWaitersGoOnWaitingUntilSet(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> impatient = scene.waiter("impatient").mayThrow(InterruptedException.class);
    Actor<Boolean> patient = scene.waiter("patient");
    trial.settle();
    impatient.interrupt();
    trial.join(impatient);
    trial.settle();

    scene.set();
    trial.join();

    assertThat(patient.result()).as("came after set").isTrue();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_WAKEUP)
  void anInterruptThatRacesWithSetTakesNobodyElsesWakeUp(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> impatient = scene.waiter("impatient").mayThrow(InterruptedException.class);
    scene.waiter("patient");
    trial.settle();
    trial.actor("interrupter", impatient::interrupt);
    trial.actor("setter", scene::set);

    trial.join();
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void aTimedAwaitDoesNotSwallowAnInterrupt(Trial trial) {
    Scene scene = new Scene(trial);
    AtomicBoolean sent = new AtomicBoolean();
    Actor<Boolean> waiter =
        scene
            .waiter(
                "waiter",
                () -> {
                  scene.event.await(100, TimeUnit.MILLISECONDS);
                  // In this order: a status that is not there now was swallowed.
                  boolean wasSent = sent.get();
                  return wasSent && !Thread.currentThread().isInterrupted();
                })
            .mayThrow(InterruptedException.class);
    trial.settle();

    waiter.interrupt();
    sent.set(true);
    trial.join();

    assertThat(scene.results()).as("returned as if never interrupted").doesNotContain(true);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.LOCK_NOT_RELEASED)
  void anInterruptedTimedWaitLeavesNothingLocked(Trial trial) {
    Scene scene = new Scene(trial);
    Actor<Boolean> waiter =
        scene
            .waiter("waiter", () -> scene.event.await(100, TimeUnit.MILLISECONDS))
            .mayThrow(InterruptedException.class);
    trial.settle();
    waiter.interrupt();
    trial.join(waiter);

    Actor<Boolean> other = trial.actor("other", scene.event::isSet);
    trial.join();

    assertThat(other.result()).as("set").isFalse();
  }
}
