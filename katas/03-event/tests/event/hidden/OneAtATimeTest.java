package event.hidden;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;

import event.ManualResetEvent;
import grader.linearize.Specification;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;

/** Every call takes effect at one moment: there is an order of all calls that explains them. */
@CountsFor(Gate.SAFETY)
class OneAtATimeTest {

  @ConcurrentTest(share = 50)
  @Reveals(value = Bug.UNGUARDED_WAIT, whenStuck = Bug.LOST_WAKEUP)
  void everyCallTakesEffectAtOneMoment(Trial trial) {
    Specification.of(ManualResetEvent::new, false)
        .command("set()", ManualResetEvent::set, set -> done(true))
        .command("clear()", ManualResetEvent::clear, set -> done(false))
        .operation("isSet()", ManualResetEvent::isSet, set -> returns(set, set))
        .command("await()", ManualResetEvent::await, set -> set ? done(true) : waits())
        .operation(
            "await(1 ms)", event -> event.await(1, TimeUnit.MILLISECONDS), set -> returns(set, set))
        .afterwards("isSet()", ManualResetEvent::isSet, set -> returns(set, set))
        .interruptible()
        .check(trial);
  }
}
