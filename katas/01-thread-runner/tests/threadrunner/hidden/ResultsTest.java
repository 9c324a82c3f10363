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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import threadrunner.ThreadRunner;

/** Every result comes back, in its place. */
@CountsFor(Gate.SAFETY)
class ResultsTest {

  private final ThreadRunner runner = new ThreadRunner("crew");

  @ConcurrentTest
  @Reveals(Bug.WRONG_ORDER)
  void tasksThatEndInReverseGiveTheirResultsInOrder(Trial trial) {
    List<CountDownLatch> ended = new ArrayList<>();
    for (int i = 0; i <= 4; i++) {
      ended.add(new CountDownLatch(1));
    }
    ended.getLast().countDown();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int index = i;
      tasks.add(() -> after(ended.get(index + 1), index, ended.get(index)));
    }
    Actor<List<Integer>> caller = trial.actor("caller", () -> runner.runAll(tasks));
    trial.join();
    Answers.requireResults(caller.result(), List.of(0, 1, 2, 3));
  }

  private static int after(CountDownLatch previous, int result, CountDownLatch next)
      throws InterruptedException {
    previous.await();
    next.countDown();
    return result;
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void noResultIsLostWhenTasksEndTogether(Trial trial) {
    AtomicInteger running = new AtomicInteger();
    List<Callable<Integer>> tasks = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int index = i;
      expected.add(index);
      running.incrementAndGet();
      tasks.add(() -> together(running, index));
    }
    Actor<List<Integer>> caller = trial.actor("caller", () -> runner.runAll(tasks));
    trial.join();
    Answers.requireResults(caller.result(), expected);
  }

  /** Does not block: whoever is woken comes late. */
  private static int together(AtomicInteger running, int result) {
    running.decrementAndGet();
    while (running.get() > 0) {
      Thread.yield();
    }
    return result;
  }

  @ConcurrentTest
  @Reveals(Bug.LOST_UPDATE)
  void callsAtTheSameTimeDoNotMix(Trial trial) {
    Actor<List<Integer>> one = trial.actor("one caller", () -> runner.runAll(constants(3, 1)));
    Actor<List<Integer>> other = trial.actor("other caller", () -> runner.runAll(constants(3, 2)));
    trial.join();
    assertThat(one.result()).isEqualTo(Collections.nCopies(3, 1));
    assertThat(other.result()).isEqualTo(Collections.nCopies(3, 2));
  }

  private static List<Callable<Integer>> constants(int count, int value) {
    return Collections.nCopies(count, () -> value);
  }

  @ConcurrentTest
  @Reveals(Bug.WRONG_RESULT)
  void everyTaskRunsExactlyOnce(Trial trial) {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    List<Callable<Integer>> tasks = List.of(first::incrementAndGet, second::incrementAndGet);
    trial.actor("caller", () -> runner.runAll(tasks));
    trial.join();
    assertThat(List.of(first.get(), second.get()))
        .as("how often each ran")
        .isEqualTo(List.of(1, 1));
  }

  @ConcurrentTest
  @Reveals(Bug.STALE_READ)
  void whatTasksWroteIsThereForTheCaller(Trial trial) {
    int[] plain = new int[3];
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int index = i;
      tasks.add(() -> write(plain, index));
    }
    Actor<int[]> caller =
        trial.actor(
            "caller",
            () -> {
              runner.runAll(tasks);
              return plain.clone();
            });
    trial.join();
    assertThat(caller.result()).containsExactly(1, 2, 3);
  }

  private static Void write(int[] plain, int index) {
    plain[index] = index + 1;
    return null;
  }

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void aListThatChangesLaterChangesNothing(Trial trial) {
    List<Callable<Integer>> tasks = new ArrayList<>();
    tasks.add(() -> clear(tasks));
    tasks.add(() -> 1);
    tasks.add(() -> 2);
    Actor<List<Integer>> caller = trial.actor("caller", () -> runner.runAll(tasks));
    trial.join();
    assertThat(caller.result())
        .as("the results of 3 tasks, the first of which empties the list it was in")
        .isEqualTo(List.of(0, 1, 2));
  }

  private static int clear(List<?> tasks) {
    tasks.clear();
    return 0;
  }
}
