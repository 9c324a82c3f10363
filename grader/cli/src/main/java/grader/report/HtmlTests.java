package grader.report;

import grader.Assessment;
import grader.judge.TestResult;
import grader.report.html.Result;
import grader.report.html.Strip;
import grader.run.Observation;
import grader.run.TestRun;
import java.util.List;
import java.util.stream.Collectors;

/** The tests, gate by gate, with the trials of each. */
final class HtmlTests {

  private HtmlTests() {}

  static List<Result.GateLine> of(Assessment assessment) {
    return GateScore.of(assessment).stream().map(HtmlTests::gate).toList();
  }

  private static Result.GateLine gate(GateScore score) {
    String points = score.points() + " of " + Words.count(score.mostPoints(), "point");
    return new Result.GateLine(
        Words.capitalised(Words.of(score.gate())),
        score.mostPoints() == 0 ? "" : points,
        score.results().stream().map(HtmlTests::test).toList());
  }

  private static Result.TestLine test(TestResult result) {
    return new Result.TestLine(
        Printable.line(result.test().title()),
        Words.of(result.status()),
        HtmlResult.tone(TestTable.tint(result.status())),
        result.runs().stream().map(HtmlTests::strip).toList());
  }

  private static Strip strip(TestRun run) {
    return new Strip(
        Words.of(run.engine()) + ", " + Printable.line(run.configuration()),
        run.planned(),
        run.trials(),
        run.failures(),
        run.observations().stream().map(Observation::trial).collect(Collectors.toSet()));
  }
}
