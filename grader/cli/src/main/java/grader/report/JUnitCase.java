package grader.report;

import grader.Assessment;
import grader.judge.TestResult;
import grader.protocol.Outcome;
import javax.xml.stream.XMLStreamException;

/** One test with all its runs as a test case of JUnit's XML. */
final class JUnitCase {

  private static final Style STYLE = new Style(false, true, 100);

  private final Assessment assessment;
  private final TestResult result;
  private final XmlPage page;

  JUnitCase(Assessment assessment, TestResult result, XmlPage page) {
    this.assessment = assessment;
    this.result = result;
    this.page = page;
  }

  void write(String name) throws XMLStreamException {
    page.begin("testcase", "classname", result.test().className(), "name", name);
    switch (result.status()) {
      case PASSED -> {}
      case FAILED, FLAKY, STUCK -> problem("failure");
      case INCONCLUSIVE -> problem("error");
      case NOT_RUN -> page.empty("skipped", "message", "not run");
    }
    page.end();
  }

  private void problem(String element) throws XMLStreamException {
    page.text(
        element,
        FailureText.of(result, assessment.submission(), STYLE),
        "type",
        Words.slug(result.status()),
        "message",
        TestRow.of(result).counts() + ": " + summary());
  }

  private String summary() {
    return result
        .firstOutcome()
        .map(outcome ->
            switch (outcome) {
              case Outcome.Failed failed ->
                  Printable.lines(failed.message()).stream().findFirst().orElse(failed.type());
              case Outcome.Stuck stuck -> Words.of(stuck.why());
              case Outcome.Late late -> "took too long";
              case Outcome.Died died -> died.detail();
            })
        .orElse("");
  }
}
