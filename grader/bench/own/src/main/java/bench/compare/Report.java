package bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tables, as a page. */
final class Report {

  private static final String LEGEND =
      "`3/3, #18 (most 20), 0.6 s`: reported in 3 of 3 runs, in the 18th schedule (median) and at"
          + " the latest in the 20th, 0.6 s after the start of the JVM (median). `late`: stopped"
          + " without a verdict; `broken`: the tool itself failed.";

  private final Layout layout;
  private final Settings settings;
  private final Measurements measurements;
  private final String command;
  private final List<String> lines = new ArrayList<>();

  Report(Layout layout, Settings settings, Measurements measurements, String command) {
    this.layout = layout;
    this.settings = settings;
    this.measurements = measurements;
    this.command = command;
  }

  void write() throws IOException {
    head();
    speed("speed", "## Schedules a second: median (least-most)", measurements.programs("speed"));
    search("bugs", "## Bugs", "found");
    search("races", "## Data races", "found");
    search("correct", "## False alarms on correct programs", "alarms");
    histories();
    absent();
    lines.forEach(System.out::println);
    Files.write(layout.report(), lines);
  }

  private void head() throws IOException {
    lines.addAll(
        List.of(
            "# Benchmark",
            "",
            "Written by `grader/bench/run`; what is measured, and why so, says"
                + " [its page](../grader/bench/README.md).",
            "",
            "| | |",
            "|---|---|",
            "| command | `grader/bench/run" + (command.isEmpty() ? "" : " " + command) + "` |",
            "| date | " + java.time.LocalDate.now() + " |",
            "| machine | " + Machine.describe() + " |",
            "| Java | " + Runtime.version() + " |",
            "| peers | Lincheck 3.7, jcstress 0.16 |",
            "| settings | " + settings.describe() + " |"));
    if (!settings.note().isEmpty()) {
      lines.addAll(List.of("", settings.note()));
    }
  }

  private List<Tool> tools(String part) {
    return List.of(Tool.values()).stream()
        .filter(tool ->
            measurements.programs(part).stream()
                .anyMatch(program -> !measurements.of(part, program, tool).isEmpty()))
        .toList();
  }

  private void table(String title, String first, List<String> columns) {
    lines.addAll(List.of("", title, ""));
    lines.add("| " + first + " | " + String.join(" | ", columns) + " |");
    lines.add("|---|" + "---|".repeat(columns.size()));
  }

  private void histories() {
    List<String> all = measurements.programs("histories");
    List<String> right = all.stream().filter(name -> name.contains(".right.")).toList();
    List<String> wrong = all.stream().filter(name -> name.contains(".wrong.")).toList();
    speed("histories", "## Histories executed and checked a second", right);
    search("histories", "## Structures that are not linearizable", "found", wrong);
  }

  private void speed(String part, String title, List<String> programs) {
    List<Tool> tools = tools(part);
    if (programs.isEmpty()) {
      return;
    }
    List<String> titles = new ArrayList<>(tools.stream().map(Tool::title).toList());
    titles.add("explore / Lincheck");
    table(title, "program", titles);
    List<Double> factors = new ArrayList<>();
    for (String program : programs) {
      List<String> cells = new ArrayList<>();
      tools.forEach(tool -> cells.add(rate(part, program, tool)));
      OptionalDouble factor = factor(part, program);
      factor.ifPresent(factors::add);
      cells.add(
          factor.isPresent() ? String.format(Locale.ROOT, "%.0f", factor.getAsDouble()) : "-");
      row(program, cells);
    }
    if (!factors.isEmpty()) {
      lines.addAll(List.of("", "Median factor: " + Spread.of(factors).whole() + "."));
    }
  }

  private void row(String program, List<String> cells) {
    String simple = program.substring(program.lastIndexOf('.') + 1);
    lines.add("| " + simple + " | " + String.join(" | ", cells) + " |");
  }

  private List<Double> rates(String part, String program, Tool tool) {
    return measurements.of(part, program, tool).stream()
        .filter(Measurement::isRate)
        .map(Measurement::rate)
        .toList();
  }

  private String rate(String part, String program, Tool tool) {
    List<Double> rates = rates(part, program, tool);
    return rates.isEmpty() ? "failed" : Spread.of(rates).whole();
  }

  /** Against the faster of the peer's two Java versions. */
  private OptionalDouble factor(String part, String program) {
    List<Double> own = rates(part, program, Tool.EXPLORE);
    OptionalDouble peer =
        List.of(Tool.LINCHECK, Tool.LINCHECK_17).stream()
            .map(tool -> rates(part, program, tool))
            .filter(rates -> !rates.isEmpty())
            .mapToDouble(rates -> Spread.of(rates).median())
            .max();
    return own.isEmpty() || peer.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Spread.of(own).median() / peer.getAsDouble());
  }

  private void search(String part, String title, String what) {
    search(part, title, what, measurements.programs(part));
  }

  private void search(String part, String title, String what, List<String> programs) {
    if (programs.isEmpty()) {
      return;
    }
    List<Tool> tools = tools(part);
    table(title, "program", tools.stream().map(Tool::title).toList());
    for (String program : programs) {
      row(
          program,
          tools.stream().map(tool -> Cell.of(measurements.of(part, program, tool))).toList());
    }
    lines.addAll(List.of("", LEGEND, ""));
    for (Tool tool : tools) {
      lines.add("- " + tool.title() + ": " + what + " " + summary(part, programs, tool));
    }
  }

  private String summary(String part, List<String> programs, Tool tool) {
    List<List<Measurement>> all =
        programs.stream()
            .map(program -> measurements.of(part, program, tool))
            .filter(runs -> !runs.isEmpty())
            .toList();
    long always = all.stream().filter(runs -> runs.stream().allMatch(Measurement::found)).count();
    long ever = all.stream().filter(runs -> runs.stream().anyMatch(Measurement::found)).count();
    long unclear =
        all.stream()
            .filter(runs -> runs.stream().anyMatch(one -> !one.found() && !one.passed()))
            .count();
    List<Double> seconds =
        all.stream()
            .flatMap(List::stream)
            .filter(Measurement::found)
            .map(Measurement::seconds)
            .toList();
    String time =
        seconds.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "; median %.1f s", Spread.of(seconds).median());
    return String.format(
        "in %d of %d programs, in %d of them always; no verdict in %d%s.",
        ever, all.size(), always, unclear, time);
  }

  private void absent() {
    lines.addAll(List.of("", "## What was not measured", ""));
    for (Tool tool : Tool.values()) {
      if (!tool.isPresent(layout)) {
        lines.add("- " + tool.title() + ": not on this machine.");
      }
    }
    for (String part : Settings.PARTS) {
      if (measurements.programs(part).isEmpty()) {
        lines.add("- The part `" + part + "`.");
      }
    }
    lines.addAll(
        List.of(
            "- The rate of jcstress: it counts samples, not schedules.",
            "- jcstress on the programs marked `-`: they block, or need more than its actors."));
  }
}
