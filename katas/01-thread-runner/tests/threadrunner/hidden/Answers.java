package threadrunner.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Bug;
import grader.testkit.Revealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what came back with what the tasks gave, and says what kind of difference there is. */
final class Answers {

  private Answers() {}

  /** Requires the results of all tasks, in the order of the tasks. */
  static void requireResults(List<?> actual, List<?> expected) {
    if (isReordered(actual, expected)) {
      throw new Revealed(
          Bug.WRONG_ORDER, "expected the results " + expected + " but got " + actual);
    }
    if (hasHoles(actual, expected)) {
      throw new Revealed(
          Bug.LOST_UPDATE, "expected the results " + expected + " but some are lost: " + actual);
    }
    assertThat((List<Object>) new ArrayList<Object>(actual)).as("results").isEqualTo(expected);
  }

  /** Requires the failures of all tasks that failed, in the order of the tasks. */
  static void requireFailures(Throwable thrown, List<Throwable> expected) {
    List<Throwable> actual = new ArrayList<>();
    actual.add(thrown.getCause());
    actual.addAll(List.of(thrown.getSuppressed()));
    if (isReordered(actual, expected)) {
      throw new Revealed(
          Bug.WRONG_ORDER, "expected the failures " + expected + " but got " + actual);
    }
    assertThat(actual).as("the cause and what is suppressed").isEqualTo(expected);
  }

  private static boolean isReordered(List<?> actual, List<?> expected) {
    List<Object> rest = new ArrayList<>(actual);
    expected.forEach(rest::remove);
    return actual.size() == expected.size() && rest.isEmpty() && !actual.equals(expected);
  }

  /** Whether results are missing, or null where the task gave something else. */
  private static boolean hasHoles(List<?> actual, List<?> expected) {
    long nulls = expected.stream().filter(Objects::isNull).count();
    return actual.size() < expected.size()
        || actual.stream().filter(Objects::isNull).count() > nulls;
  }
}
