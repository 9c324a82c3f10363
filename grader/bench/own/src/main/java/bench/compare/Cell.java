package bench.compare;

import java.util.List;
import java.util.Locale;

/** What the runs of one tool on one program come to, in a few words. */
final class Cell {

  private Cell() {}

  static String of(List<Measurement> runs) {
    if (runs.isEmpty()) {
      return "-";
    }
    List<Measurement> found = runs.stream().filter(Measurement::found).toList();
    if (!found.isEmpty()) {
      return found.size() + "/" + runs.size() + detail(found);
    }
    Measurement first = runs.getFirst();
    return first.passed() ? nothing(first) : first.line().split(" ", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static String detail(List<Measurement> found) {
    Spread seconds = Spread.of(found.stream().map(Measurement::seconds).toList());
    List<Double> schedules =
        found.stream().map(Measurement::schedules).filter(number -> !number.isNaN()).toList();
    String at =
        schedules.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                ", #%,.0f (most %,.0f)",
                Spread.of(schedules).median(),
                Spread.of(schedules).most());
    return at + String.format(Locale.ROOT, ", %.1f s", seconds.median());
  }

  private static String nothing(Measurement first) {
    String count =
        Double.isNaN(first.schedules())
            ? ""
            : String.format(Locale.ROOT, " in %,.0f", first.schedules());
    return String.format(Locale.ROOT, "none%s, %.1f s", count, first.seconds());
  }
}
