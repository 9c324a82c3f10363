package grader.report;

import grader.Assessment;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.judge.TestResult.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** One assessment as a suite of JUnit's XML. */
final class JUnitSuite {

  private final Assessment assessment;
  private final Imprint imprint;
  private final XmlPage page;
  private final List<TestResult> results;

  JUnitSuite(Assessment assessment, Imprint imprint, XmlPage page) {
    this.assessment = assessment;
    this.imprint = imprint;
    this.page = page;
    this.results = assessment.judgement().map(Judgement::results).orElse(List.of());
  }

  void write() throws XMLStreamException {
    page.begin("testsuite", attributes());
    properties();
    if (results.isEmpty()) {
      JUnitRefusal.write(assessment, page);
    }
    for (TestResult result : results) {
      new JUnitCase(assessment, result, page).write(name(result));
    }
    if (!assessment.printed().isBlank()) {
      page.text("system-out", assessment.printed());
    }
    page.end();
  }

  private String[] attributes() {
    boolean ran = !results.isEmpty();
    List<String> attributes = new ArrayList<>();
    attributes.addAll(List.of("name", assessment.submission().kata().name()));
    attributes.addAll(List.of("tests", ran ? Integer.toString(results.size()) : "1"));
    attributes.addAll(
        List.of("failures", ran ? count(Status.FAILED, Status.FLAKY, Status.STUCK) : "1"));
    attributes.addAll(List.of("errors", count(Status.INCONCLUSIVE)));
    attributes.addAll(List.of("skipped", count(Status.NOT_RUN)));
    if (imprint.withDuration()) {
      attributes.addAll(
          List.of("time", BigDecimal.valueOf(assessment.millis(), 3).toPlainString()));
    }
    return attributes.toArray(String[]::new);
  }

  private String count(Status... statuses) {
    List<Status> wanted = Arrays.asList(statuses);
    return Long.toString(results.stream().filter(one -> wanted.contains(one.status())).count());
  }

  private void properties() throws XMLStreamException {
    page.begin("properties");
    property("grader", imprint.version());
    property("submission", assessment.submission().name());
    property("verdict", Words.slug(assessment.verdict()));
    property("points", assessment.points() + "/" + assessment.mostPoints());
    if (assessment.diagnosis().isPresent()) {
      property("diagnosis", assessment.diagnosis().get().bug().slug());
    }
    page.end();
  }

  private void property(String name, String value) throws XMLStreamException {
    page.empty("property", "name", name, "value", value);
  }

  /** Some services keep only the first of two cases with the same name. */
  private String name(TestResult result) {
    String title = result.test().title();
    long alike = results.stream().filter(other -> other.test().title().equals(title)).count();
    return alike == 1 ? title : title + " (" + result.test().id() + ")";
  }
}
