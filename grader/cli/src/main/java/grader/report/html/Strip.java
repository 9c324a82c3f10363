package grader.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The trials of one run of a test, one tick each or one for several, as far as is known of them.
 *
 * @param label the engine and its configuration
 * @param planned how many were planned
 * @param ran how many of them ran
 * @param failures how many of them did not pass
 * @param known which of them, from 0; at most as many as failures
 */
public record Strip(String label, int planned, int ran, int failures, Set<Integer> known) {

  private static final int MOST_TICKS = 100;

  public Strip {
    known = Set.copyOf(known);
  }

  /** How many trials a tick stands for. */
  int perTick() {
    return Math.max(1, (most() + MOST_TICKS - 1) / MOST_TICKS);
  }

  private int most() {
    return Math.max(1, Math.max(planned, ran));
  }

  int ticks() {
    return (most() + perTick() - 1) / perTick();
  }

  /** Ticks that are alike, from the first to before the last. */
  record Stretch(int first, int last, String kind) {}

  List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int first = 0;
    for (int tick = 1; tick <= ticks(); tick++) {
      if (tick == ticks() || !kind(tick).equals(kind(first))) {
        stretches.add(new Stretch(first, tick, kind(first)));
        first = tick;
      }
    }
    return stretches;
  }

  private String kind(int tick) {
    int from = tick * perTick();
    int to = from + perTick();
    if (known.stream().anyMatch(trial -> trial >= from && trial < to)) {
      return "failed";
    }
    if (from >= ran) {
      return "not-run";
    }
    return failures > known.size() ? "unknown" : "passed";
  }

  /** How it looks: a single trial needs no strip. */
  String kind() {
    return planned > 1 ? "strip" : "strip once";
  }

  /** What the strip says, in words. */
  String words() {
    String of = ran == planned ? "" : " of " + Counts.of(planned) + " planned";
    String failed = failures == 0 ? "none failed" : Counts.of(failures) + " failed";
    String which =
        failures > known.size() ? "; of " + Counts.of(known.size()) + " it is known which" : "";
    String tick = perTick() == 1 ? "" : "; a tick is " + Counts.of(perTick(), "trial");
    return Counts.of(ran, "trial") + of + ", " + failed + which + tick;
  }
}
