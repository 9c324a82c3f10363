package grader.report;

import grader.Replay;
import grader.report.html.Result;
import java.util.List;
import java.util.Optional;

/** A single trial in the words of the page. */
final class HtmlTrial {

  private HtmlTrial() {}

  static Result of(Replay.Ran ran, Imprint imprint) {
    boolean passed = ran.run().failures() == 0;
    String title = Printable.line(ran.test().title());
    return new Result(
        HtmlResult.title(ran.submission().kata()),
        Printable.line(ran.submission().name()),
        passed ? "PASSED" : "FAILED",
        passed ? "good" : "bad",
        "One trial of \"" + title + "\", under one schedule. It says nothing about others.",
        "",
        "",
        List.of(),
        Optional.of(HtmlFailure.of(title, ran.run(), ran.submission(), true)),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        HtmlFacts.of(imprint));
  }
}
