package stoppableworker.hidden;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.fails;
import static grader.linearize.Effect.returns;

import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import stoppableworker.PeriodicWorker;
import stoppableworker.PeriodicWorker.State;

/** Every call takes effect at one moment: there is an order of all calls that explains them. */
@CountsFor(Gate.SAFETY)
class OneAtATimeTest {

  /** A worker that was asked to stop may take its time. */
  private enum Model {
    NEW,
    RUNNING,
    STOPPING,
    STOPPED
  }

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.CHECK_THEN_ACT, whenStuck = Bug.LOST_WAKEUP)
  void everyCallTakesEffectAtOneMoment(Trial trial) {
    Specification.of(() -> new PeriodicWorker("worker", true, 3_600_000, () -> {}), Model.NEW)
        .command("start()", PeriodicWorker::start, OneAtATimeTest::start)
        .command("requestStop()", PeriodicWorker::requestStop, OneAtATimeTest::requestStop)
        .operation("state()", PeriodicWorker::state, OneAtATimeTest::state)
        .command("close()", PeriodicWorker::close, model -> done(Model.STOPPED))
        .afterwards("closed", OneAtATimeTest::closed, model -> returns(State.STOPPED, model))
        .check(trial);
  }

  private static State closed(PeriodicWorker worker) {
    worker.close();
    return worker.state();
  }

  private static Effect<Model> start(Model model) {
    return model == Model.NEW ? done(Model.RUNNING) : fails(IllegalStateException.class, model);
  }

  private static Effect<Model> requestStop(Model model) {
    return switch (model) {
      case NEW, STOPPED -> done(Model.STOPPED);
      case RUNNING, STOPPING -> done(Model.STOPPING);
    };
  }

  private static Effect<Model> state(Model model) {
    return switch (model) {
      case NEW -> returns(State.NEW, model);
      case RUNNING -> returns(State.RUNNING, model);
      case STOPPING -> returns(State.RUNNING, model).or(returns(State.STOPPED, Model.STOPPED));
      case STOPPED -> returns(State.STOPPED, model);
    };
  }
}
