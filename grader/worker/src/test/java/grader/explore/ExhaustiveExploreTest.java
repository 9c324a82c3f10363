package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.explore.ExploreEngine.Simplest;
import grader.protocol.Move;
import grader.protocol.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All schedules with few preemptions are all, and a failure is shown with the fewest. */
class ExhaustiveExploreTest {

  private static final int MOST = 200_000;
  private static final long SEED = 20_260_101;

  private final Explored explored = new Explored(Programs.class);

  @SuppressWarnings({"all"}) // Toys.
  static class Programs {

    static class Cell {
      int value;
    }

    static Object steps11() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> steps(cell, 1), () -> steps(cell, 1));
      return cell.value;
    }

    static Object steps23() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> steps(cell, 2), () -> steps(cell, 3));
      return cell.value;
    }

    static Object steps44() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> steps(cell, 4), () -> steps(cell, 4));
      return cell.value;
    }

    static Object steps222() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> steps(cell, 2), () -> steps(cell, 2), () -> steps(cell, 2));
      return cell.value;
    }

    static Object steps1234() throws Throwable {
      Cell cell = new Cell();
      Together.run(
          () -> steps(cell, 1), () -> steps(cell, 2), () -> steps(cell, 3), () -> steps(cell, 4));
      return cell.value;
    }

    private static void steps(Cell cell, int n) {
      for (int i = 0; i < n; i++) {
        cell.value = i;
      }
    }

    static Object lostUpdate() throws Throwable {
      Cell cell = new Cell();
      Together.run(() -> cell.value++, () -> cell.value++);
      return cell.value;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "23", "44", "222", "1234"})
  void thereAreAsManySchedulesAsABruteForceEnumerationFinds(String toy) {
    // The last step of a thread is to end.
    int[] steps = toy.chars().map(digit -> digit - '0' + 1).toArray();
    for (int bound = 0; bound <= 2; bound++) {
      assertThat(explored.exhaustive("steps" + toy, bound, MOST))
          .hasSize((int) new Enumeration(steps, bound).count())
          .doesNotHaveDuplicates();
    }
  }

  /** A model of threads that take so many steps each, and of one that joins them in turn. */
  private static final class Enumeration {
    private final int[] left;
    private final boolean[] atPoint;
    private final int bound;

    Enumeration(int[] steps, int bound) {
      this.left = steps.clone();
      this.atPoint = new boolean[steps.length];
      this.bound = bound;
    }

    long count() {
      return block(0, 0);
    }

    /** The joining thread waits for the first of those from here on that has not ended. */
    private long block(int from, int spent) {
      int next = from;
      while (next < left.length && left[next] < 0) {
        next++;
      }
      return next == left.length ? 1 : anybody(next, spent);
    }

    /** Whoever is ready goes on, free of charge. */
    private long anybody(int joined, int spent) {
      long all = left[joined] < 0 ? block(joined, spent) : 0;
      for (int i = 0; i < left.length; i++) {
        if (left[i] >= 0) {
          all += resume(i, joined, spent);
        }
      }
      return all;
    }

    private long resume(int thread, int joined, int spent) {
      if (!atPoint[thread]) {
        return go(thread, joined, spent);
      }
      atPoint[thread] = false;
      long all = step(thread, joined, spent);
      atPoint[thread] = true;
      return all;
    }

    private long step(int thread, int joined, int spent) {
      left[thread]--;
      long all = go(thread, joined, spent);
      left[thread]++;
      return all;
    }

    private long go(int thread, int joined, int spent) {
      if (left[thread] == 0) {
        left[thread] = -1;
        long all = anybody(joined, spent);
        left[thread] = 0;
        return all;
      }
      long all = step(thread, joined, spent);
      if (spent < bound) {
        atPoint[thread] = true;
        all += left[joined] < 0 ? block(joined, spent + 1) : 0;
        for (int i = 0; i < left.length; i++) {
          if (i != thread && left[i] >= 0) {
            all += resume(i, joined, spent + 1);
          }
        }
        atPoint[thread] = false;
      }
      return all;
    }
  }

  @Test
  void theTextbookLostUpdateNeedsOnePreemption() {
    Explored.Seen failing = failing();
    Simplest simplest =
        new Minimiser(this::again, explored.choices())
            .simplify(new Simplest(0, failing.schedule(), failed()));
    Recording recording = new Recording(explored.sites());

    Explored.Seen seen =
        explored.run(
            "lostUpdate", SEED, new Script(simplest.schedule(), explored.choices()), recording);

    assertThat(seen.outcome()).isEqualTo("1");
    assertThat(recording.moves().stream().filter(Move::switched)).hasSize(1);
  }

  /** Not the simplest one: the last that is found. */
  private Explored.Seen failing() {
    return explored.exhaustive("lostUpdate", 2, MOST).stream()
        .filter(seen -> seen.outcome().equals("1"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Optional<Simplest> again(Policy policy) {
    Explored.Seen seen = explored.run("lostUpdate", SEED, policy, Trace.NONE);
    return seen.outcome().equals("1")
        ? Optional.of(new Simplest(0, seen.schedule(), failed()))
        : Optional.empty();
  }

  private static Outcome failed() {
    return new Outcome.Failed("AssertionError", "lost", List.of(), "");
  }
}
