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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReferenceArray;
import threadrunner.ThreadRunner;

/** Which threads there are, and that they really run side by side. */
@CountsFor(Gate.SAFETY)
class ThreadsTest {

  private final ThreadRunner runner = new ThreadRunner("crew");

  @ConcurrentTest(share = 10)
  @Reveals(value = Bug.SLEEP_AS_SYNCHRONISATION, whenStuck = Bug.BUSY_WAIT)
  void theCallerWaitsUntilTheTaskEndsHoweverLongThatTakes(Trial trial) {
    CountDownLatch end = new CountDownLatch(1);
    Actor<List<String>> caller =
        trial.actor("caller", () -> runner.runAll(List.of(() -> waitFor(end))));
    trial.awaitSleep(caller);
    assertThat(caller.hasEnded()).as("the call ended while its task was still running").isFalse();
    end.countDown();
    trial.join();
    assertThat(caller.result()).isEqualTo(List.of("done"));
  }

  private static String waitFor(CountDownLatch end) throws InterruptedException {
    end.await();
    return "done";
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_THREAD)
  void everyTaskRunsInANewThreadOfItsOwn(Trial trial) {
    Crew crew = new Crew();
    Actor<List<Integer>> caller = trial.actor("caller", () -> runner.runAll(tasks(crew, 4)));
    trial.join();
    assertThat(crew.threads())
        .as("the threads that ran 4 tasks")
        .hasSize(4)
        .doesNotHaveDuplicates()
        .doesNotContain(caller.thread())
        .noneMatch(Thread::isVirtual);
  }

  private static List<Callable<Integer>> tasks(Crew crew, int count) {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      tasks.add(crew.of(() -> index));
    }
    return tasks;
  }

  @ConcurrentTest
  @Reveals(Bug.NO_PARALLELISM)
  void tasksThatWaitForEachOtherAllFinish(Trial trial) {
    CyclicBarrier meeting = new CyclicBarrier(4);
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(() -> meeting.await() >= 0);
    }
    trial.actor("caller", () -> runner.runAll(tasks));
    trial.join();
    assertThat(meeting.isBroken()).as("a task left the meeting early").isFalse();
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_RESULT)
  void threadsAreNamedAfterTheirTasks(Trial trial) {
    AtomicReferenceArray<String> names = new AtomicReferenceArray<>(3);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int index = i;
      tasks.add(() -> remember(names, index));
    }
    trial.actor("caller", () -> runner.runAll(tasks));
    trial.join();
    assertThat(names.toString()).as("names of the threads").isEqualTo("[crew-0, crew-1, crew-2]");
  }

  private static int remember(AtomicReferenceArray<String> names, int index) {
    names.set(index, Thread.currentThread().getName());
    return index;
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_THREAD)
  void noTaskRunsInADaemonThread(Trial trial) {
    Crew crew = new Crew();
    trial.actor("caller, itself a daemon", () -> runner.runAll(tasks(crew, 2)));
    trial.join();
    assertThat(crew.threads()).as("the threads of the tasks").noneMatch(Thread::isDaemon);
  }

  @ConcurrentTest
  @Reveals(Bug.THREAD_LEAK)
  void everyThreadHasEndedWhenTheCallReturns(Trial trial) {
    Crew crew = new Crew();
    Actor<List<String>> caller =
        trial.actor(
            "caller",
            () -> {
              runner.runAll(tasks(crew, 4));
              return crew.alive();
            });
    trial.join();
    assertThat(caller.result()).as("threads alive right after the call").isEmpty();
  }
}
