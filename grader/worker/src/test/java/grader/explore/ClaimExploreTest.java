package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Event;
import grader.protocol.PctTrials;
import grader.protocol.Samples;
import grader.testkit.Trial;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search says that it has tried is what it has tried. */
class ClaimExploreTest {

  private static final int PLANNED = 100;
  private static final int MOST = 10_000;

  private final Explored explored = new Explored(Programs.class);

  @SuppressWarnings("all") // Toys.
  static class Programs {

    static class Cell {
      int value;
      volatile int other;
    }

    /**
     * Ten schedules. The first thread stops before its write (1) and goes on: then three ways to go
     * on with the second and the joining thread; or it lets the second go first: three ways again.
     * If the second goes first: one way without the first, three with it.
     */
    static Object twoWrites(Trial trial) {
      Cell cell = new Cell();
      trial.actor("first", () -> cell.other = 1);
      trial.actor("second", () -> cell.other = 2);
      trial.join();
      return cell;
    }

    static Object threeWrites(Trial trial) {
      Cell cell = new Cell();
      trial.actor("first", () -> cell.other = 1);
      trial.actor("second", () -> cell.other = 2);
      trial.actor("third", () -> cell.other = 3);
      trial.join();
      return cell;
    }

    static Object stillAlive(Trial trial) throws Throwable {
      Cell cell = new Cell();
      Thread writer = new Thread(() -> cell.other = 1);
      writer.start();
      while (cell.other == 0) {
        Thread.onSpinWait();
      }
      boolean alive = writer.isAlive();
      writer.join();
      return alive;
    }

    static Object oneAfterTheOther(Trial trial) {
      Cell cell = new Cell();
      trial.actor("one", () -> cell.value++);
      trial.join();
      trial.actor("other", () -> cell.value++);
      trial.join();
      return cell.value;
    }

    static Object waits(Trial trial) {
      Cell cell = new Cell();
      trial.actor(
          "waiter",
          () -> {
            synchronized (cell) {
              while (cell.value == 0) {
                cell.wait();
              }
            }
          });
      trial.settle();
      synchronized (cell) {
        cell.value = 1;
        cell.notifyAll();
      }
      trial.join();
      return cell.value;
    }

    static Object rolls(Trial trial) {
      return trial.random().nextInt(6);
    }

    static Object rollsOnItsOwn(Trial trial) {
      trial.actor("gambler", () -> ThreadLocalRandom.current().nextInt(6));
      trial.join();
      return "done";
    }

    static Object rollsMath(Trial trial) {
      return Math.random() < 2;
    }

    static Object yields(Trial trial) throws Throwable {
      Together.run(() -> Thread.yield(), () -> {});
      return "done";
    }

    static Object looksAgain(Trial trial) {
      Cell cell = new Cell();
      trial.actor("writer", () -> cell.other = 1);
      trial.eventually("it is written", () -> cell.other == 1);
      trial.join();
      return "done";
    }

    static Object manyWrites(Trial trial) throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> write(cell), () -> write(cell), () -> write(cell));
      return cell.other;
    }

    static void write(Cell cell) {
      for (int i = 0; i < 5; i++) {
        cell.other = i;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,false", "2,true", "3,true"})
  void aSearchThatIsNeverHeldBackHasFoundEverySchedule(int bound, boolean unbounded) {
    Exhaustive policy = new Exhaustive(bound);
    int schedules = countAll("twoWrites", policy);

    assertThat(policy.isUnbounded()).isEqualTo(unbounded);
    assertThat(schedules == 10).isEqualTo(unbounded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yields", "looksAgain"})
  void whoHadToWaitForOthersHadNoChoice(String program) {
    Exhaustive policy = new Exhaustive(10);
    int schedules = countAll(program, policy);

    assertThat(schedules).isPositive();
    assertThat(policy.isUnbounded()).isFalse();
  }

  private int countAll(String program, Exhaustive policy) {
    int schedules = 0;
    do {
      Explored.Seen ignored = explored.run(program, 1, policy, Trace.NONE);
      schedules++;
    } while (schedules < MOST && policy.advance());
    assertThat(policy.isDone()).isTrue();
    return schedules;
  }

  @Test
  void whereEveryScheduleHasBeenTriedTheSearchEnds() {
    List<Event> events = explored.search("twoWrites", PLANNED);

    assertThat(exhausted(events))
        .last()
        .isEqualTo(new Event.Exhausted("Programs.twoWrites", 2, 10, true));
    assertThat(tried(events).samples()).isEmpty();
    assertThat(ended(events).trials())
        .isEqualTo(exhausted(events).stream().mapToInt(Event.Exhausted::schedules).sum());
  }

  @Test
  void aThreadCanBeLeftBetweenItsLastStepAndItsEnd() {
    assertThat(explored.outcomes("stillAlive", 100)).containsOnlyKeys("true", "false");
  }

  @Test
  void withoutAnyChoiceThereIsOneSchedule() {
    List<Event> events = explored.search("oneAfterTheOther", PLANNED);

    assertThat(exhausted(events)).singleElement().matches(Event.Exhausted::all);
    assertThat(ended(events).trials()).isEqualTo(1);
    assertThat(tried(events).threads()).isEqualTo(3);
  }

  @Test
  void ifMostOfThemWereNotWatchedTheyComeAgain() {
    List<Event> events = explored.search("threeWrites", MOST);
    int first = exhausted(events).stream().mapToInt(Event.Exhausted::schedules).sum();
    Event.Exhausted last = exhausted(events).getLast();

    assertThat(last).matches(Event.Exhausted::all);
    assertThat(last.schedules()).isGreaterThan(100);
    assertThat(ended(events).trials()).isEqualTo(first + last.schedules());
  }

  @Test
  void whereAWaitMayEndForNoReasonTheSearchGoesOn() {
    List<Event> events = explored.search("waits", PLANNED);

    assertThat(exhausted(events)).last().matches(Event.Exhausted::all);
    assertThat(tried(events).whims()).isTrue();
    assertThat(ended(events).trials()).isEqualTo(PLANNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rolls", "rollsOnItsOwn", "rollsMath"})
  void whereNumbersAreDrawnTheSearchGoesOn(String program) {
    List<Event> events = explored.search(program, PLANNED);

    assertThat(tried(events).chance()).isTrue();
    assertThat(tried(events).pct()).isEmpty();
    assertThat(ended(events).trials()).isEqualTo(PLANNED);
  }

  @Test
  void everySampleIsOfAPolicy() {
    List<Event> events = explored.search("manyWrites", PLANNED);
    Event.Tried tried = tried(events);

    assertThat(tried.samples())
        .containsExactlyInAnyOrder(
            new Samples("random walk", 20),
            new Samples("PCT 3", 10),
            new Samples("POS", 10),
            new Samples("PCT 6", 10));
    assertThat(tried.threads()).isEqualTo(4);
    assertThat(tried.points()).isBetween(5, tried.steps());
  }

  /** Half of the trials have no whims whatever comes; only in these the theorem holds. */
  @Test
  void theTheoremOnPctIsClaimedForTrialsThatFitIt() {
    Event.Tried tried = tried(explored.search("manyWrites", PLANNED));

    assertThat(tried.pct()).allMatch(trials -> trials.length() >= tried.points());
    assertThat(tried.pct().stream().mapToInt(PctTrials::trials).sum()).isBetween(1, 19);
    assertThat(tried(explored.search("yields", PLANNED)).pct()).isEmpty();
  }

  private static List<Event.Exhausted> exhausted(List<Event> events) {
    return all(events, Event.Exhausted.class);
  }

  private static Event.Tried tried(List<Event> events) {
    return all(events, Event.Tried.class).getFirst();
  }

  private static Event.TestEnded ended(List<Event> events) {
    return all(events, Event.TestEnded.class).getFirst();
  }

  private static <E extends Event> List<E> all(List<Event> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
