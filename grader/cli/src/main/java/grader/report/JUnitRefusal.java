package grader.report;

import grader.Assessment;
import grader.compile.SourceError;
import grader.inspect.Problem;
import grader.judge.Verdict;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** What kept a submission from being run, as the only test case of its suite. */
final class JUnitRefusal {

  private JUnitRefusal() {}

  static void write(Assessment assessment, XmlPage page) throws XMLStreamException {
    page.begin(
        "testcase",
        "classname",
        assessment.submission().kata().frontMatter().className(),
        "name",
        promise(assessment.verdict()));
    page.text(
        "failure",
        complaints(assessment),
        "type",
        Words.slug(assessment.verdict()),
        "message",
        VerdictText.sentence(assessment));
    page.end();
  }

  private static String promise(Verdict verdict) {
    return switch (verdict) {
      case DOES_NOT_COMPILE -> "it compiles";
      case API_MISMATCH -> "it has what the tests use";
      case NOT_ALLOWED -> "it uses only what is allowed";
      case PASSED, FAILED, FLAKY, STUCK, OUT_OF_TIME, TAMPERED, INCONCLUSIVE -> "it runs";
    };
  }

  private static String complaints(Assessment assessment) {
    Stream<String> errors = assessment.errors().stream().map(JUnitRefusal::complaint);
    Stream<String> problems = assessment.problems().stream().map(JUnitRefusal::complaint);
    return Stream.concat(errors, problems).collect(Collectors.joining("\n"));
  }

  private static String complaint(SourceError error) {
    return error.file() + ":" + error.line() + ": " + error.message();
  }

  private static String complaint(Problem problem) {
    return problem.where() + ": " + problem.what() + "; " + problem.advice();
  }
}
