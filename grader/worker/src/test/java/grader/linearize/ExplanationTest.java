package grader.linearize;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;
import static grader.linearize.Effect.waits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The model here is a queue of numbers. */
class ExplanationTest {

  @Test
  void oneCallAfterTheOther() {
    assertThat(isExplained(put(1, "A", 1, 2), take(1, "A", 3, 4))).isTrue();
    assertThat(isExplained(put(1, "A", 1, 2), take(2, "A", 3, 4))).isFalse();
  }

  @Test
  void whatEndsBeforeAnotherBeginsComesFirst() {
    assertThat(isExplained(put(1, "A", 1, 2), put(2, "B", 3, 4), take(1, "A", 5, 6))).isTrue();
    assertThat(isExplained(put(1, "A", 1, 2), put(2, "B", 3, 4), take(2, "A", 5, 6))).isFalse();
  }

  @Test
  void whatOverlapsMayComeInAnyOrder() {
    assertThat(isExplained(put(1, "A", 1, 4), put(2, "B", 2, 3), take(2, "A", 5, 6))).isTrue();
    assertThat(isExplained(put(1, "A", 1, 4), put(2, "B", 2, 3), take(1, "A", 5, 6))).isTrue();
  }

  @Test
  void anEffectMayComeBeforeTheEndOfItsCall() {
    assertThat(isExplained(put(1, "A", 1, 6), take(1, "B", 2, 3))).isTrue();
    assertThat(isExplained(put(1, "A", 3, 4), take(1, "B", 1, 2))).isFalse();
  }

  @Test
  void aCallThatGoesOnMayHaveTakenEffectOrNot() {
    assertThat(isExplained(pendingPut(1, "A", 1), take(1, "B", 2, 3))).isTrue();
    assertThat(isExplained(pendingPut(1, "A", 1), sizeOf(0, "B", 2, 3))).isTrue();
    assertThat(isExplained(pendingPut(1, "A", 4), take(1, "B", 2, 3))).isFalse();
  }

  @Test
  void atRestACallNeedsAReasonToWait() {
    assertThat(isExplainedAtRest(pendingTake("A", 1))).isTrue();
    assertThat(isExplainedAtRest(pendingTake("A", 1), put(1, "B", 2, 3))).isFalse();
    assertThat(isExplainedAtRest(pendingTake("A", 1), put(1, "B", 2, 3), take(1, "B", 4, 5)))
        .isTrue();
  }

  @Test
  void anInterruptedCallHasChangedNothing() {
    Entry<List<Integer>> interrupted =
        new Entry<>(TAKE, "A", 1, 4, new Result.Threw(InterruptedException.class));
    assertThat(isExplained(interrupted, put(1, "B", 2, 3), sizeOf(1, "B", 5, 6))).isTrue();
    assertThat(isExplained(interrupted, put(1, "B", 2, 3), sizeOf(0, "B", 5, 6))).isFalse();
  }

  /** Herlihy and Wing 1990, figure 2(a): accepted by sequential consistency, not linearizable. */
  @Test
  void sequentialConsistencyAsksForLess() {
    List<Entry<List<Integer>>> history =
        List.of(put(1, "A", 1, 2), put(2, "B", 3, 4), take(2, "A", 5, 6));
    assertThat(isExplained(history, Consistency.LINEARIZABLE)).isFalse();
    assertThat(isExplained(history, Consistency.SEQUENTIALLY_CONSISTENT)).isTrue();
  }

  @Test
  void quietMomentsKeepTheOrder() {
    List<Entry<List<Integer>>> never =
        List.of(put(1, "A", 1, 2), put(2, "A", 3, 4), sizeOf(0, "B", 0, 5), take(2, "A", 6, 7));
    assertThat(isExplained(never, Consistency.LINEARIZABLE)).isFalse();
    assertThat(isExplained(never, Consistency.QUIESCENTLY_CONSISTENT)).isTrue();
    List<Entry<List<Integer>>> once =
        List.of(put(1, "A", 1, 2), put(2, "A", 3, 4), take(2, "A", 6, 7));
    assertThat(isExplained(once, Consistency.QUIESCENTLY_CONSISTENT)).isFalse();
  }

  @Test
  void whoLooksForAWhileSeesAllStatesOfThatTime() {
    assertThat(isExplained(put(1, "A", 2, 3), put(2, "A", 4, 5), most(2, "B", 1, 6))).isTrue();
    assertThat(isExplained(put(1, "A", 2, 3), put(2, "A", 4, 5), most(3, "B", 1, 6))).isFalse();
    assertThat(isExplained(put(1, "A", 1, 2), take(1, "A", 3, 4), most(1, "B", 5, 6))).isFalse();
  }

  @Test
  void itSaysWhatDoesNotFit() {
    Explanation<List<Integer>> explanation =
        explanation(
            List.of(put(1, "A", 1, 2), take(2, "B", 3, 4)), Consistency.LINEARIZABLE, false);
    assertThat(explanation.isFound()).isFalse();
    assertThat(explanation.words())
        .isEqualTo(
            """
            This order explains the most of them:
              A: put(1) returned
            What does not fit then:
              B: take() returned 2, expected: returned 1\
            """);
  }

  /** Twelve calls that all overlap have 479,001,600 orders; to remember makes them few. */
  @Test
  void itRemembersWhatItTriedInVain() {
    List<Entry<List<Integer>>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      calls.add(new Entry<>(putOf(1), "T" + i, i, 100 + i, new Result.Done()));
    }
    calls.add(take(2, "A", 200, 201));
    assertThat(isExplained(calls, Consistency.LINEARIZABLE)).isFalse();
  }

  private static final Operation<Object, List<Integer>> TAKE =
      atomic("take()", queue -> queue.isEmpty() ? waits() : returns(queue.getFirst(), rest(queue)));

  private static Operation<Object, List<Integer>> putOf(int value) {
    return atomic("put(" + value + ")", queue -> done(with(queue, value)));
  }

  private static Operation<Object, List<Integer>> atomic(
      String name, Function<List<Integer>, Effect<List<Integer>>> effect) {
    return new Operation.Atomic<>(name, object -> new Result.Done(), effect);
  }

  private static List<Integer> with(List<Integer> queue, int value) {
    return Stream.concat(queue.stream(), Stream.of(value)).toList();
  }

  private static List<Integer> rest(List<Integer> queue) {
    return List.copyOf(queue.subList(1, queue.size()));
  }

  private static Entry<List<Integer>> put(int value, String thread, int begin, int end) {
    return new Entry<>(putOf(value), thread, begin, end, new Result.Done());
  }

  private static Entry<List<Integer>> take(int value, String thread, int begin, int end) {
    return new Entry<>(TAKE, thread, begin, end, new Result.Returned(value));
  }

  private static Entry<List<Integer>> sizeOf(int value, String thread, int begin, int end) {
    return new Entry<>(
        atomic("size()", queue -> returns(queue.size(), queue)),
        thread,
        begin,
        end,
        new Result.Returned(value));
  }

  private static Entry<List<Integer>> most(int value, String thread, int begin, int end) {
    Operation<Object, List<Integer>> most =
        new Operation.Looking<>(
            "most()",
            object -> new Result.Done(),
            (states, seen) ->
                states.stream().anyMatch(state -> Objects.equals(seen, state.size())));
    return new Entry<>(most, thread, begin, end, new Result.Returned(value));
  }

  private static Entry<List<Integer>> pendingPut(int value, String thread, int begin) {
    return new Entry<>(putOf(value), thread, begin, Entry.PENDING, null);
  }

  private static Entry<List<Integer>> pendingTake(String thread, int begin) {
    return new Entry<>(TAKE, thread, begin, Entry.PENDING, null);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // It is only read.
  private static boolean isExplained(Entry<List<Integer>>... calls) {
    return isExplained(List.of(calls), Consistency.LINEARIZABLE);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // It is only read.
  private static boolean isExplainedAtRest(Entry<List<Integer>>... calls) {
    return explanation(List.of(calls), Consistency.LINEARIZABLE, true).isFound();
  }

  private static boolean isExplained(List<Entry<List<Integer>>> calls, Consistency consistency) {
    return explanation(calls, consistency, false).isFound();
  }

  private static Explanation<List<Integer>> explanation(
      List<Entry<List<Integer>>> calls, Consistency consistency, boolean atRest) {
    return new Explanation<>(Step.of(calls, consistency), List.of(), atRest);
  }
}
