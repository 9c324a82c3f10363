package stoppableworker.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import stoppableworker.PeriodicWorker;
import stoppableworker.PeriodicWorker.State;

/** A worker starts once, when it is told to, with the thread that was asked for. */
@CountsFor(Gate.SAFETY)
class StartTest {

  @ConcurrentTest(share = 50)
  @Reveals(Bug.UNSAFE_PUBLICATION)
  void noStepBeginsBeforeTheStart(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.worker(Steps.HOUR_MILLIS);
    trial.settle();
    assertThat(steps.begun()).as("steps before the start").isZero();
    assertThat(worker.state()).isEqualTo(State.NEW);
    worker.start();
    steps.awaitBegun(trial, 1);
    steps.end(trial);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.WRONG_THREAD)
  void theThreadIsAsAskedFor(Trial trial) {
    Steps steps = new Steps();
    boolean daemon = trial.random().nextBoolean();
    trial.actor(
        "starter, itself a daemon",
        () -> new PeriodicWorker("night shift", daemon, Steps.HOUR_MILLIS, steps).start());
    trial.join();
    steps.awaitBegun(trial, 1);
    Thread thread = steps.threads().getFirst();
    assertThat(thread.getName()).as("name of the thread").isEqualTo("night shift");
    assertThat(thread.isDaemon()).as("whether the thread is a daemon").isEqualTo(daemon);
    steps.end(trial);
  }

  @ConcurrentTest
  @Reveals(Bug.SHARED_STATIC_STATE)
  void workersHaveNothingInCommon(Trial trial) {
    Steps first = new Steps();
    Steps second = Steps.untilStep(2);
    PeriodicWorker stopped = first.startedWorker(Steps.HOUR_MILLIS);
    first.awaitBegun(trial, 1);
    stopped.requestStop();
    second.startedWorker(0);
    second.awaitBegun(trial, 2);
    first.end(trial);
    second.end(trial);
  }

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void onlyOneStartSucceeds(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.worker(Steps.HOUR_MILLIS);
    List<Actor<Void>> starters = new ArrayList<>();
    for (String name : List.of("left", "right")) {
      starters.add(trial.actor(name, worker::start).mayThrow(IllegalStateException.class));
    }
    trial.join();
    steps.awaitBegun(trial, 1);
    trial.settle();
    assertThat(starters.stream().filter(starter -> starter.thrown().isEmpty()).count())
        .as("starts that succeeded")
        .isEqualTo(1);
    assertThat(steps.threads()).as("threads of the worker").hasSize(1);
    steps.end(trial);
  }

  @ConcurrentTest(share = 50)
  @Reveals(Bug.CHECK_THEN_ACT)
  void whatHasEndedCannotBeStartedAgain(Trial trial) {
    Steps steps = new Steps();
    PeriodicWorker worker = steps.startedWorker(Steps.HOUR_MILLIS);
    steps.awaitBegun(trial, 1);
    steps.end(trial);
    Actor<Void> again = trial.actor("again", worker::start).mayThrow(IllegalStateException.class);
    trial.join();
    assertThat(again.thrown()).as("what the second start threw").isPresent();
  }

  @ConcurrentTest
  @Reveals(Bug.NO_PARALLELISM)
  @CountsFor(Gate.LIVENESS)
  void startingDoesNotWaitForAStep(Trial trial) {
    CountDownLatch started = new CountDownLatch(1);
    Steps steps = new Steps(number -> Steps.awaitOpened(started));
    PeriodicWorker worker = steps.worker(Steps.HOUR_MILLIS);
    Actor<Void> starter = trial.actor("starter", worker::start);
    trial.join(starter);
    started.countDown();
    steps.awaitBegun(trial, 1);
    steps.end(trial);
  }
}
