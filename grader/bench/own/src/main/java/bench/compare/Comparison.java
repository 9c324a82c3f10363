package bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures what is asked for, prints the tables, and writes them down. */
public final class Comparison {

  private static final int MINUTE = 60;

  private final Layout layout;
  private final Settings settings;
  private final Measurements measurements;

  private Comparison(Layout layout, Settings settings) throws IOException {
    this.layout = layout;
    this.settings = settings;
    this.measurements = new Measurements(layout.measurements());
  }

  /** The first argument is the folder of the grader; the others are settings. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Layout layout = new Layout(Path.of(arguments[0]).toAbsolutePath().normalize());
    String[] rest = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
    Settings settings = Settings.parse(rest);
    Comparison comparison = new Comparison(layout, settings);
    for (String part : Settings.PARTS) {
      if (settings.parts().contains(part)) {
        comparison.measure(part);
      }
    }
    String command = String.join(" ", rest).replaceFirst(" --note .*", "");
    new Report(layout, settings, comparison.measurements, command).write();
  }

  private void measure(String part) throws IOException, InterruptedException {
    String programs = "bench\\." + part + "\\.(\\w+\\.)?" + settings.programs();
    measurements.forget(part, programs, settings.tools());
    if (part.equals("speed")) {
      speed(part, programs(part));
    } else if (part.equals("histories")) {
      speed(part, programs("histories.right"));
      search(part, programs("histories.wrong"));
    } else {
      search(part, programs(part));
    }
  }

  private List<Tool> tools(String program) {
    return Arrays.stream(Tool.values())
        .filter(tool ->
            tool.name().matches(settings.tools())
                && tool.isPresent(layout)
                && tool.fits(layout, program))
        .toList();
  }

  private List<String> programs(String part) throws IOException {
    return layout.programs(part).stream()
        .filter(name -> name.matches("bench\\." + part + "\\." + settings.programs()))
        .toList();
  }

  /** The tools take turns, so that a busy time hits all of them. */
  private void speed(String part, List<String> programs) throws IOException, InterruptedException {
    int patience = MINUTE + 5 * (settings.warmSeconds() + settings.seconds());
    for (int run = 1; run <= settings.repetitions(); run++) {
      for (String program : programs) {
        for (Tool tool : tools(program)) {
          run(part, program, tool, run, tool.speed(layout, program, settings), patience);
        }
      }
    }
  }

  private void search(String part, List<String> programs) throws IOException, InterruptedException {
    for (String program : programs) {
      search(part, program);
    }
  }

  private void search(String part, String program) throws IOException, InterruptedException {
    boolean correct = part.equals("correct");
    for (Tool tool : tools(program)) {
      for (int run = 1; run <= runs(tool, part); run++) {
        List<String> arguments = tool.search(layout, program, run, correct, settings);
        run(part, program, tool, run, arguments, settings.patience());
      }
    }
  }

  private int runs(Tool tool, String part) {
    if (part.equals("correct")) {
      return 1;
    }
    return tool == Tool.EXPLORE || part.equals("histories")
        ? settings.seeds()
        : settings.peerRuns();
  }

  private void run(
      String part, String program, Tool tool, int run, List<String> arguments, int patience)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(tool.java(layout));
    command.addAll(arguments);
    measurements.add(
        new Measurement(
            part,
            program,
            tool.name(),
            run,
            Jvm.run(command, patience, !tool.needsAllProcessors())));
  }
}
