package threadrunner.hidden;

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
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import threadrunner.ThreadRunner;

/** A caller who gives up takes its tasks along, and leaves nobody behind. */
@CountsFor(Gate.LIVENESS)
class InterruptTest {

  private final ThreadRunner runner = new ThreadRunner("crew");
  private final Crew crew = new Crew();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();
  private final CountDownLatch tidy = new CountDownLatch(1);

  @ConcurrentTest
  @Reveals(value = Bug.THREAD_LEAK, whenStuck = Bug.SWALLOWED_INTERRUPT)
  void anInterruptOfTheCallerEndsAllTasks(Trial trial) {
    Actor<List<String>> caller = trial.actor("caller", () -> aliveAfter(waitingTasks(3)));
    trial.eventually("3 tasks wait", () -> waiting.get() == 3);
    caller.interrupt();
    trial.join();
    assertThat(caller.result()).as("threads alive right after the call").isEmpty();
    assertThat(interrupted).as("tasks that saw the interrupt").hasValue(3);
  }

  private List<Callable<Void>> waitingTasks(int count) {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(crew.of(this::waitForInterrupt));
    }
    return tasks;
  }

  private Void waitForInterrupt() throws InterruptedException {
    waiting.incrementAndGet();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException told) {
      interrupted.incrementAndGet();
      throw told;
    }
    return null;
  }

  private List<String> aliveAfter(List<Callable<Void>> tasks) throws Exception {
    try {
      runner.runAll(tasks);
    } catch (InterruptedException expected) {
      return crew.alive();
    }
    throw new AssertionError("no InterruptedException although the caller was interrupted");
  }

  @ConcurrentTest
  @Reveals(value = Bug.THREAD_LEAK, whenStuck = Bug.SWALLOWED_INTERRUPT)
  void anInterruptedCallWaitsForTasksThatTidyUp(Trial trial) {
    Actor<List<String>> caller =
        trial.actor("caller", () -> aliveAfter(List.of(crew.of(this::tidyUpWhenInterrupted))));
    trial.eventually("the task waits", () -> waiting.get() == 1);
    caller.interrupt();
    trial.eventually("the task has seen the interrupt", () -> interrupted.get() == 1);
    trial.settle();
    assertThat(caller.hasEnded()).as("the call ended while a task was tidying up").isFalse();
    caller.interrupt();
    trial.settle();
    assertThat(caller.hasEnded()).as("a second interrupt cut the waiting short").isFalse();
    tidy.countDown();
    trial.join();
    assertThat(caller.result()).as("threads alive right after the call").isEmpty();
  }

  private Void tidyUpWhenInterrupted() {
    try {
      waitForInterrupt();
    } catch (InterruptedException told) {
      awaitTidy();
    }
    return null;
  }

  /** A second interrupt does not hurry it. */
  private void awaitTidy() {
    while (tidy.getCount() > 0) {
      try {
        tidy.await();
      } catch (InterruptedException again) {
        // Tidying up goes on.
      }
    }
  }

  @ConcurrentTest
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void anInterruptGoesBeforeFailures(Trial trial) {
    Actor<Boolean> caller = trial.actor("caller", this::isInterruptedAfterTheCall);
    trial.eventually("both tasks wait", () -> waiting.get() == 2);
    caller.interrupt();
    trial.join();
    assertThat(caller.result()).as("interrupted after the exception").isFalse();
  }

  private boolean isInterruptedAfterTheCall() throws Exception {
    List<Callable<Void>> tasks = waitingTasks(2);
    tasks.addFirst(() -> {
      throw new IllegalStateException("task 0");
    });
    try {
      runner.runAll(tasks);
    } catch (InterruptedException expected) {
      return Thread.currentThread().isInterrupted();
    }
    throw new AssertionError("no InterruptedException although the caller was interrupted");
  }

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  void anInterruptAtTheEndLeavesNobodyBehind(Trial trial) {
    Actor<List<String>> caller = trial.actor("caller", this::aliveAfterShortTasks);
    trial.actor("interrupter", caller::interrupt);
    trial.join();
    assertThat(caller.result()).as("threads alive right after the call").isEmpty();
  }

  private List<String> aliveAfterShortTasks() throws Exception {
    try {
      runner.runAll(List.of(crew.of(() -> "first"), crew.of(() -> "second")));
    } catch (InterruptedException inTime) {
      // The threads must have ended all the same.
    }
    return crew.alive();
  }
}
