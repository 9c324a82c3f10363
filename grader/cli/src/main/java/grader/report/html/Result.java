package grader.report.html;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one submission, in words; all of it is text and never markup.
 *
 * @param tone {@code good}, {@code bad} or {@code unsure}: the colour of the verdict
 * @param sentence how certain it is
 * @param next the command that helps most now, or empty
 * @param claims what was tried, and what that proves
 */
public record Result(
    String kata,
    String submission,
    String verdict,
    String tone,
    String sentence,
    String points,
    String next,
    List<Refusal> refusals,
    Optional<Failure> failure,
    Optional<Named> diagnosis,
    List<GateLine> gates,
    List<String> claims,
    List<String> notes,
    List<String> printed,
    List<Fact> facts) {
  public Result {
    refusals = List.copyOf(refusals);
    gates = List.copyOf(gates);
    claims = List.copyOf(claims);
    notes = List.copyOf(notes);
    printed = List.copyOf(printed);
    facts = List.copyOf(facts);
  }

  /** Why it was not run: where, what, and the source line or what to do about it. */
  public record Refusal(String place, String message, String detail) {}

  /** What the first trial that did not pass showed. */
  public record Failure(
      String heading,
      String message,
      List<String> frames,
      List<String> threads,
      Optional<Graph> graph,
      Optional<Schedule> schedule,
      String command,
      String raceBeside) {
    public Failure {
      frames = List.copyOf(frames);
      threads = List.copyOf(threads);
    }

    String scheduleHeading() {
      return message.isEmpty() && threads.isEmpty() ? "What happened" : "How it came to that";
    }
  }

  /**
   * The bug that explains it.
   *
   * @param mistake what it has in common with a known one
   */
  public record Named(
      String bug, String meaning, String because, Optional<String> mistake, String page) {}

  /** A gate and its tests. */
  public record GateLine(String name, String points, List<TestLine> tests) {
    public GateLine {
      tests = List.copyOf(tests);
    }

    List<TestLine> run() {
      return tests.stream().filter(test -> !test.strips().isEmpty()).toList();
    }

    List<TestLine> notRun() {
      return tests.stream().filter(test -> test.strips().isEmpty()).toList();
    }
  }

  /** A test: its status as a word and as a colour, and its runs. */
  public record TestLine(String title, String status, String tone, List<Strip> strips) {
    public TestLine {
      strips = List.copyOf(strips);
    }
  }

  /** Something about the run. */
  public record Fact(String name, String value) {}

  Optional<Schedule> schedule() {
    return failure.flatMap(Failure::schedule);
  }
}
