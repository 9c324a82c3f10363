package safecounter.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import grader.testkit.Bug;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import safecounter.LatencyStats.Snapshot;

/** What one thread alone may rely on. */
@CountsFor(Gate.SAFETY)
class ContractTest {

  private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** Comes first: shared state would show up in every other test as well. */
  @Example
  @Reveals(Bug.SHARED_STATIC_STATE)
  void twoObjectsShareNothing() {
    try (Subject one = new Subject();
        Subject other = new Subject()) {
      Snapshot before = other.stats.snapshot();
      one.stats.record(7);
      assertThat(other.stats.snapshot())
          .as("a snapshot of one object after a record on another")
          .isEqualTo(before);
    }
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aNewObjectIsEmpty() {
    try (Subject subject = new Subject()) {
      assertThat(subject.stats.snapshot()).isEqualTo(EMPTY);
    }
  }

  @Property(tries = 300)
  @Reveals(value = Bug.WRONG_RESULT, whenStuck = Bug.DEADLOCK)
  void anySequenceOfCallsAnswersAsAListWould(@ForAll("sequences") List<Call> calls) {
    try (Subject subject = new Subject()) {
      Model model = new Model();
      for (int i = 0; i < calls.size(); i++) {
        assertThat(calls.get(i).on(subject.stats))
            .as("the last answer in %s", calls.subList(0, i + 1))
            .isEqualTo(calls.get(i).on(model));
      }
    }
  }

  @Provide
  static Arbitrary<List<Call>> sequences() {
    Arbitrary<Long> values = Arbitraries.longs();
    Arbitrary<Long> limits = Arbitraries.longs().between(0, 6);
    Arbitrary<Call> adds = values.map(Call.Add::new);
    Arbitrary<Call> bounded =
        limits.flatMap(limit -> values.map(value -> new Call.AddIfBelow(limit, value)));
    Arbitrary<Call> looks = Arbitraries.of(new Call.Look(), new Call.Drain());
    return Arbitraries.oneOf(adds, bounded, looks).list().ofMaxSize(20);
  }

  @Example
  @Reveals(Bug.WRONG_RESULT)
  void aNegativeLimitIsRefusedAndChangesNothing() {
    try (Subject subject = new Subject()) {
      subject.stats.record(5);
      assertThatIllegalArgumentException().isThrownBy(() -> subject.stats.recordIfBelow(-1, 9));
      assertThat(subject.stats.snapshot()).isEqualTo(new Snapshot(1, 5, 5, 5));
    }
  }

  @Example
  @Reveals(Bug.SWALLOWED_INTERRUPT)
  void anInterruptedThreadFinishesItsCallsAndStaysInterrupted() {
    try (Subject subject = new Subject()) {
      Thread.currentThread().interrupt();
      subject.stats.record(5);
      boolean added = subject.stats.recordIfBelow(2, 6);
      Snapshot drained = subject.stats.drain();
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
      assertThat(added).isTrue();
      assertThat(drained).isEqualTo(new Snapshot(2, 11, 5, 6));
    }
  }
}
