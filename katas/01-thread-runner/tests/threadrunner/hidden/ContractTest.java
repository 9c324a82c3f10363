package threadrunner.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import threadrunner.ThreadRunner;

/** What a caller may rely on when nothing else goes on. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void anEmptyListGivesAnEmptyList() throws Exception {
    assertThat(new ThreadRunner("empty").runAll(List.of())).isEmpty();
  }

  @Example
  @Reveals(value = Bug.WRONG_RESULT, whenStuck = Bug.WAIT_HOLDING_LOCK)
  void oneTaskGivesItsResult() throws Exception {
    assertThat(new ThreadRunner("one").runAll(List.<Callable<String>>of(() -> "done")))
        .isEqualTo(List.of("done"));
  }

  @Example
  @Reveals(value = Bug.WRONG_RESULT, whenStuck = Bug.WAIT_HOLDING_LOCK)
  void aNullResultIsAResult() throws Exception {
    assertThat(new ThreadRunner("null").runAll(List.<Callable<String>>of(() -> null)))
        .isEqualTo(Collections.singletonList(null));
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  @Reveals(value = Bug.WRONG_RESULT, whenStuck = Bug.WAIT_HOLDING_LOCK)
  void resultsStandInTheOrderOfTheTasks(@ForAll("values") List<Integer> values) throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    values.forEach(value -> tasks.add(() -> value));
    Answers.requireResults(new ThreadRunner("ordered").runAll(tasks), values);
  }

  @Provide
  static Arbitrary<List<Integer>> values() {
    return Arbitraries.integers().injectNull(0.1).list().ofMaxSize(64);
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aRunnerNeedsAName() {
    assertThatNullPointerException().isThrownBy(() -> new ThreadRunner(null));
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aListMustBeThere() {
    assertThatNullPointerException().isThrownBy(() -> new ThreadRunner("none").runAll(null));
  }

  @Property(tries = 20)
  @Reveals(Bug.WRONG_RESULT)
  void aNullTaskIsRefusedBeforeAnyTaskRuns(@ForAll @IntRange(min = 0, max = 4) int place) {
    AtomicInteger ran = new AtomicInteger();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(ran::incrementAndGet);
    }
    tasks.add(place, null);
    assertThatNullPointerException().isThrownBy(() -> new ThreadRunner("null").runAll(tasks));
    assertThat(ran).as("how many tasks ran").hasValue(0);
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aRunnerCanBeUsedAgain() throws Exception {
    ThreadRunner runner = new ThreadRunner("again");
    for (int i = 0; i < 5; i++) {
      int call = i;
      List<Callable<Integer>> tasks = Collections.nCopies(i, () -> call);
      Answers.requireResults(runner.runAll(tasks), Collections.nCopies(i, call));
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void aCallerInterruptedBeforehandIsToldSo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> new ThreadRunner("late").runAll(List.<Callable<String>>of(() -> "done")))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).as("interrupted after the exception").isFalse();
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void aCallerInterruptedBeforehandIsToldSoEvenIfThereIsNothingToDo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new ThreadRunner("late").runAll(List.of()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).as("interrupted after the exception").isFalse();
  }
}
