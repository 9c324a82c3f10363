package bench.compare;

import java.util.Arrays;
import java.util.List;

/**
 * How much is measured.
 *
 * @param parts which parts are measured anew; the others are reported as they were
 * @param programs a regular expression for the programs' names
 * @param tools a regular expression for the names of the tools
 * @param repetitions how often each speed is measured
 * @param warmSeconds before a speed is measured
 * @param seconds for which a speed is measured
 * @param seeds how often our engine looks for each bug
 * @param peerRuns how often the others look for each bug
 * @param cap seconds for which plain repetition looks for each bug
 * @param schedules for our engine on each correct program
 * @param invocations for Lincheck on each program
 * @param patience seconds after which a search of a peer is ended
 * @param note what the report says about how it came about
 */
record Settings(
    List<String> parts,
    String programs,
    String tools,
    int repetitions,
    int warmSeconds,
    int seconds,
    int seeds,
    int peerRuns,
    int cap,
    int schedules,
    int invocations,
    int patience,
    String note) {

  static final List<String> PARTS = List.of("speed", "bugs", "races", "correct", "histories");

  /** Within how many schedules our engine must find a bug. */
  static final int WITHIN = 2_000;

  /** How many histories our engine has for a structure: as many as a thorough check. */
  static final int HISTORIES = 50_000;

  static Settings parse(String... arguments) {
    List<String> all = Arrays.asList(arguments);
    String parts = value(all, "--only", String.join(",", PARTS));
    String programs = value(all, "--programs", ".*");
    String tools = value(all, "--tools", ".*");
    String note = value(all, "--note", "");
    Settings chosen =
        all.contains("--quick")
            ? new Settings(List.of(), programs, tools, 1, 2, 2, 3, 1, 2, 2_000, 500, 120, note)
            : new Settings(
                List.of(), programs, tools, 5, 5, 10, 25, 2, 5, 5_000, 10_000, 120, note);
    return chosen.with(
        List.of(parts.split(",")),
        Integer.parseInt(value(all, "--invocations", "" + chosen.invocations)),
        Integer.parseInt(value(all, "--seeds", "" + chosen.seeds)),
        Integer.parseInt(value(all, "--repetitions", "" + chosen.repetitions)));
  }

  private static String value(List<String> arguments, String name, String otherwise) {
    int at = arguments.indexOf(name);
    return at < 0 ? otherwise : arguments.get(at + 1);
  }

  String describe() {
    return String.format(
        "speed: %d times %d s after %d s; searches: %d seeds for explore, %d runs of the others,"
            + " %,d invocations of Lincheck, %d s of repetition, %d s of patience;"
            + " correct programs: %,d schedules; histories: %d searches by each tool",
        repetitions,
        seconds,
        warmSeconds,
        seeds,
        peerRuns,
        invocations,
        cap,
        patience,
        schedules,
        seeds);
  }

  private Settings with(
      List<String> newParts, int newInvocations, int newSeeds, int newRepetitions) {
    return new Settings(
        newParts,
        programs,
        tools,
        newRepetitions,
        warmSeconds,
        seconds,
        newSeeds,
        peerRuns,
        cap,
        schedules,
        newInvocations,
        patience,
        note);
  }
}
