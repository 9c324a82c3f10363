package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Under control one thread runs at a time, so no program of {@link WeakPrograms} ever shows a weak
 * outcome, allowed or not: all that can be shown is every outcome of some order of steps. What
 * stands in for the weak ones is the race detector, and it has to speak exactly where two plain
 * accesses are not ordered. Where opaque, acquire and release accesses allow a weak outcome without
 * a race, this engine has nothing to say; that is what is held here, too.
 */
class WeakMemoryExploreTest {

  private static final int SCHEDULES = Integer.getInteger("explore.races", 100);

  // Four threads have outcomes that come in few orders of their steps.
  private static final int SCHEDULES_FOR_ALL_OUTCOMES = 500;

  @TestFactory
  Stream<DynamicTest> everyOutcomeHasAnOrderOfSteps() {
    Explored explored = new Explored(WeakPrograms.class);
    return WeakMemory.ROWS.stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.toString(),
                () ->
                    assertThat(
                            explored.outcomes("once " + row, SCHEDULES_FOR_ALL_OUTCOMES).keySet())
                        .containsExactlyInAnyOrderElementsOf(row.shape().strong())));
  }

  @TestFactory
  Stream<DynamicTest> aRaceIsReportedWhereThereIsOne() {
    Explored explored = new Explored(WeakPrograms.class);
    return WeakMemory.ROWS.stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.toString(),
                () ->
                    assertThat(saysRace(explored.races("once " + row, SCHEDULES)))
                        .isEqualTo(row.race())));
  }

  private static boolean saysRace(Set<String> seen) {
    return seen.stream().anyMatch(one -> one.contains("nothing orders the two"));
  }
}
