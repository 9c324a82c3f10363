package grader.report;

import grader.Assessment;
import grader.Options;
import grader.compile.SourceError;
import grader.diagnose.Diagnosis;
import grader.inspect.Problem;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.kata.Kata;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One assessment as a JSON object; its keys are always in the same order. */
final class JsonResult {

  private JsonResult() {}

  static ObjectNode of(Assessment assessment, Imprint imprint) {
    Kata kata = assessment.submission().kata();
    ObjectNode result = head(assessment, imprint);
    result.set("certainty", Json.orNull(assessment.judgement(), JsonResult::certainty));
    result.set("gates", Json.array(GateScore.of(assessment), JsonResult::gate));
    result.set("tests", Json.array(tests(assessment), JsonTest::of));
    result.set("diagnosis", Json.orNull(assessment.diagnosis(), one -> diagnosis(kata, one)));
    result.set("errors", Json.array(assessment.errors(), JsonResult::error));
    result.set("problems", Json.array(assessment.problems(), JsonResult::problem));
    result.put("printed", Printable.text(assessment.printed()));
    result.set("options", options(assessment.options()));
    if (imprint.withDuration()) {
      result.put("durationMillis", assessment.millis());
    }
    return result;
  }

  private static ObjectNode head(Assessment assessment, Imprint imprint) {
    Kata kata = assessment.submission().kata();
    return Json.object()
        .put("schema", "grader-result/v1")
        .put("grader", imprint.version())
        .put("kata", kata.name())
        .put("title", Printable.line(kata.frontMatter().title()))
        .put("submission", Printable.line(assessment.submission().name()))
        .put("verdict", Words.slug(assessment.verdict()))
        .put("exitCode", assessment.verdict().exitCode())
        .put("notStarted", assessment.notStarted())
        .put("points", assessment.points())
        .put("maxPoints", assessment.mostPoints());
  }

  private static JsonNode certainty(Judgement judgement) {
    long tests = judgement.results().stream().filter(one -> one.test().concurrent()).count();
    return Json.object()
        .put("trials", judgement.trials())
        .put("tests", tests)
        .set("upperBound", Json.orNull(judgement.weakest(), rate -> Json.rate(rate.upperBound())));
  }

  private static JsonNode gate(GateScore score) {
    return Json.object()
        .put("gate", Words.slug(score.gate()))
        .put("open", score.open())
        .put("points", score.points())
        .put("maxPoints", score.mostPoints());
  }

  private static List<TestResult> tests(Assessment assessment) {
    return assessment.judgement().map(Judgement::results).orElse(List.of());
  }

  private static JsonNode diagnosis(Kata kata, Diagnosis diagnosis) {
    return Json.object()
        .put("bug", diagnosis.bug().slug())
        .put("meaning", diagnosis.bug().meaning())
        .put("because", Printable.text(diagnosis.because()))
        .put("page", Place.of(kata, kata.bugPage(diagnosis.bug().slug())))
        .put("mistake", diagnosis.mistake().orElse(null));
  }

  private static JsonNode error(SourceError error) {
    return Json.object()
        .put("file", Printable.line(error.file()))
        .put("line", error.line())
        .put("column", error.column())
        .put("message", Printable.text(error.message()))
        .put("source", Printable.text(error.source()));
  }

  private static JsonNode problem(Problem problem) {
    return Json.object()
        .put("kind", Words.slug(problem.kind()))
        .put("where", Printable.line(problem.where()))
        .put("what", Printable.line(problem.what()))
        .put("advice", Printable.line(problem.advice()));
  }

  private static JsonNode options(Options options) {
    ObjectNode node =
        Json.object()
            .put("profile", Words.slug(options.profile()))
            .put("seed", Long.toString(options.seed()));
    node.set(
        "engines",
        Json.array(
            options.engines().stream().sorted().map(Words::slug).toList(),
            JsonNodeFactory.instance::stringNode));
    node.set("detect", Json.orNull(options.detect(), detect -> Json.rate(detect.share())));
    return node.put("budgetSeconds", options.budget().toSeconds());
  }
}
