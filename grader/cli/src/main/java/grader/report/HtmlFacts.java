package grader.report;

import grader.Assessment;
import grader.Options;
import grader.report.html.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run was asked to do, and where it ran. */
final class HtmlFacts {

  private HtmlFacts() {}

  static List<Result.Fact> of(Assessment assessment, Imprint imprint) {
    Options options = assessment.options();
    List<Result.Fact> facts = new ArrayList<>();
    add(facts, "Profile", Words.of(options.profile()));
    options
        .detect()
        .ifPresent(detect -> add(facts, "Bugs to detect", detect.share() + " of the trials"));
    add(facts, "Seed", Long.toString(options.seed()));
    add(
        facts,
        "Engines",
        options.engines().stream().sorted().map(Words::of).collect(Collectors.joining(", ")));
    add(facts, "Time limit", Words.count(options.budget().toSeconds(), "second"));
    if (imprint.withDuration()) {
      add(facts, "Took", Words.count(Math.ceilDiv(assessment.millis(), 1_000), "second"));
    }
    facts.addAll(of(imprint));
    return facts;
  }

  static List<Result.Fact> of(Imprint imprint) {
    List<Result.Fact> facts = new ArrayList<>();
    add(facts, "Grader", imprint.version());
    if (!imprint.machine().isEmpty()) {
      add(facts, "Machine", Printable.line(imprint.machine()));
    }
    return facts;
  }

  private static void add(List<Result.Fact> facts, String name, String value) {
    facts.add(new Result.Fact(name, value));
  }
}
