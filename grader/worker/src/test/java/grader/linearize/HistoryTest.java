package grader.linearize;

import static grader.linearize.Effect.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void aCallDuringWhichNothingElseHappensIsOneLine() {
    assertThat(table(call("poll()", "T1", 1, 2, null), call("poll()", "T2", 3, 4, 7)))
        .isEqualTo(
            """
              T1                    T2
              poll() returned null
                                    poll() returned 7\
            """);
  }

  @Test
  void aCallDuringWhichSomethingHappensIsTwo() {
    assertThat(table(call("poll()", "T1", 1, 4, "a"), call("poll()", "T2", 2, 3, "b")))
        .isEqualTo(
            """
              T1                   T2
              poll() ...
                                   poll() returned "b"
              ... returned "a"\
            """);
  }

  @Test
  void callsThatOnlyOverlapAreTwoLinesEach() {
    assertThat(table(call("poll()", "T1", 1, 3, 1), call("poll()", "T2", 2, 4, 2)))
        .isEqualTo(
            """
              T1                T2
              poll() ...
                                poll() ...
              ... returned 1
                                ... returned 2\
            """);
  }

  @Test
  void aCallThatGoesOnHasNoEnd() {
    assertThat(
            table(
                new Entry<>(operation("take()"), "T1", 1, Entry.PENDING, null),
                new Entry<>(
                    operation("put(1)"),
                    "T2",
                    2,
                    3,
                    new Result.Threw(IllegalStateException.class))))
        .isEqualTo(
            """
              T1                                  T2
              take() ...
                                                  put(1) threw IllegalStateException\
            """);
  }

  @Test
  void threadsStandInTheOrderOfTheirFirstCalls() {
    assertThat(
            table(
                call("size()", "before", 1, 2, 0),
                call("poll()", "T1", 3, 4, 1),
                call("size()", "before", 5, 6, 0)))
        .matches("(?s) *before +T1\\n.*");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // It is only read.
  private static String table(Entry<Integer>... calls) {
    return new History(List.of(calls)).toString();
  }

  private static Entry<Integer> call(
      String name, String thread, int begin, int end, @Nullable Object value) {
    return new Entry<>(operation(name), thread, begin, end, new Result.Returned(value));
  }

  private static Operation<Object, Integer> operation(String name) {
    return new Operation.Atomic<>(name, object -> new Result.Done(), state -> returns(0, state));
  }
}
