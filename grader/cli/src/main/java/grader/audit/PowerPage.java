package grader.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down how surely impostors are caught: {@code docs/power.md}. */
public final class PowerPage {

  private static final String INTRODUCTION =
      """
      # How surely impostors are caught

      Written by `grader audit --power`; [decision 13](decisions/0013-proof-power.md) says why and how.

      Each impostor was graded under many seeds, in the default budget, by the code that grades a check. It is caught if it is refused and the first diagnosis is the bug on its
      `// BUG:` line. An impostor that is caught less than 999 times in 1,000 fails the audit; of 200 seeds, not one may miss.

      What the columns say:

      - **caught**: under how many of the seeds it was caught.
      - **at least**: the lowest true probability that still explains this count, at 95 % (Clopper and Pearson, one-sided). 200 of 200 shows 98.5 %, and no more: it does not show 99.9 %, for which 2,995 of 2,995
        would be needed. It does not show either that another wrong program would be caught.
      - **found by**: the engine, and the policy of `explore` that found the schedule; the most frequent first. "At most 1 preemptions" is the search through all schedules with few preemptions. These schedules are the
        same under every seed. What a test draws from `Trial.random()` is not the same, and so such a catch is counted like every other, not as certain.
      - **median, worst**: trials or schedules of the failing test until it failed; one for a test that runs once. A data race counts from where it was seen.
      """;

  private final List<PowerRow> rows;

  public PowerPage(List<PowerRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Brings the page up to date: the sections of the katas that were graded. */
  public void write(Path file) {
    new ReportPage(INTRODUCTION).write(file, sections());
  }

  Map<String, String> sections() {
    Map<String, List<PowerRow>> byKata =
        rows.stream()
            .collect(Collectors.groupingBy(PowerRow::kata, TreeMap::new, Collectors.toList()));
    Map<String, String> sections = new TreeMap<>();
    byKata.forEach((kata, some) -> sections.put(kata, table(some)));
    return sections;
  }

  private static String table(List<PowerRow> rows) {
    return "| impostor | bug | caught | at least | found by | median | worst |\n"
        + "|---|---|--:|--:|---|--:|--:|\n"
        + rows.stream().map(PowerPage::line).collect(Collectors.joining());
  }

  private static String line(PowerRow row) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d of %d | %s %% | %s | %,d | %,d |\n",
        row.impostor().replaceFirst("impostors/", ""),
        row.bug().slug(),
        row.seeds() - row.missed(),
        row.seeds(),
        percent(row.lowerBound()),
        String.join("; ", row.engines()),
        row.median(),
        row.worst());
  }

  /** Rounded down: nothing is claimed that was not shown. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", Math.floor(share * 1_000) / 10);
  }
}
