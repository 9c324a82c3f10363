package grader.report;

import grader.Assessment;
import grader.Replay;
import grader.report.html.HtmlPage;
import grader.report.html.Result;
import java.util.List;

/** One page for a browser, complete in itself: of one result with its schedule, or of several. */
public final class HtmlReport {

  private HtmlReport() {}

  /** Several are told in short: who wants to see a schedule looks at one kata. */
  public static String write(List<Assessment> assessments, Imprint imprint) {
    boolean alone = assessments.size() == 1;
    List<Result> results =
        assessments.stream().map(one -> HtmlResult.of(one, imprint, alone)).toList();
    return new HtmlPage(title(results), results).write();
  }

  /** One trial, whatever came of it. */
  public static String write(Replay.Ran ran, Imprint imprint) {
    List<Result> results = List.of(HtmlTrial.of(ran, imprint));
    return new HtmlPage(title(results), results).write();
  }

  private static String title(List<Result> results) {
    if (results.size() != 1) {
      return "grader: " + Words.count(results.size(), "kata");
    }
    Result only = results.getFirst();
    return only.kata() + ": " + only.verdict();
  }
}
