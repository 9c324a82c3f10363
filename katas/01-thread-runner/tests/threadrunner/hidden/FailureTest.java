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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import threadrunner.ThreadRunner;

/** Every failure comes back, in its place, when all tasks have ended. */
@CountsFor(Gate.SAFETY)
class FailureTest {

  private final ThreadRunner runner = new ThreadRunner("crew");

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  void aFailureWaitsForTheOtherTasks(Trial trial) {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger finished = new AtomicInteger();
    List<Callable<Integer>> tasks =
        List.of(() -> fail(new IllegalStateException("task 0")), () -> finish(end, finished));
    Actor<List<Integer>> caller =
        trial.actor("caller", () -> runner.runAll(tasks)).mayThrow(ExecutionException.class);
    trial.settle();
    assertThat(caller.hasEnded()).as("the call ended while a task was still running").isFalse();
    end.countDown();
    trial.join();
    assertThat(finished).as("tasks that went on to their end").hasValue(1);
  }

  private static int finish(CountDownLatch end, AtomicInteger finished)
      throws InterruptedException {
    end.await();
    return finished.incrementAndGet();
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_EXCEPTION)
  void everyFailureReachesTheCallerInTheOrderOfTheTasks(Trial trial) {
    List<Throwable> failures = new ArrayList<>();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int kind = i == 0 ? 1 + trial.random().nextInt(4) : trial.random().nextInt(5);
      tasks.add(kind == 0 ? () -> 1 : failing("task " + i, kind, failures));
    }
    Actor<List<Integer>> caller =
        trial.actor("caller", () -> runner.runAll(tasks)).mayThrow(ExecutionException.class);
    trial.join();
    assertThat(caller.thrown())
        .as("what the call threw, after tasks threw %s", failures)
        .isPresent();
    Answers.requireFailures(caller.thrown().orElseThrow(), failures);
  }

  private static Callable<Integer> failing(String name, int kind, List<Throwable> failures) {
    Throwable failure =
        switch (kind) {
          case 1 -> new Exception(name);
          case 2 -> new IllegalStateException(name);
          case 3 -> new AssertionError(name);
          default -> new StackOverflowError(name);
        };
    failures.add(failure);
    return () -> fail(failure);
  }

  private static int fail(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  void everyThreadHasEndedWhenTheCallThrows(Trial trial) {
    Crew crew = new Crew();
    List<Callable<Integer>> tasks =
        List.of(
            crew.of(() -> 0),
            crew.of(() -> fail(new IllegalStateException("task 1"))),
            crew.of(() -> 2));
    Actor<List<String>> caller = trial.actor("caller", () -> aliveAfter(tasks, crew));
    trial.join();
    assertThat(caller.result()).as("threads alive right after the call").isEmpty();
  }

  private List<String> aliveAfter(List<Callable<Integer>> tasks, Crew crew) throws Exception {
    try {
      runner.runAll(tasks);
    } catch (ExecutionException expected) {
      return crew.alive();
    }
    throw new AssertionError("no ExecutionException after a task has failed");
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_RESULT)
  void aRunnerIsUsableAfterAFailure(Trial trial) {
    List<Callable<Integer>> failing = List.of(() -> fail(new IllegalStateException("task 0")));
    List<Callable<Integer>> sound = List.of(() -> 1);
    Actor<List<Integer>> first =
        trial
            .actor("first caller", () -> runner.runAll(failing))
            .mayThrow(ExecutionException.class);
    trial.join(first);
    Actor<List<Integer>> second = trial.actor("second caller", () -> runner.runAll(sound));
    trial.join();
    assertThat(second.result()).isEqualTo(List.of(1));
  }
}
