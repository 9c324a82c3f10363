package grader.report;

import grader.inspect.HiddenTest;
import grader.judge.FailureRate;
import grader.judge.TestResult;
import grader.run.Observation;
import grader.run.TestRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of one test, as a JSON object. */
final class JsonTest {

  private JsonTest() {}

  static JsonNode of(TestResult result) {
    HiddenTest test = result.test();
    ObjectNode node =
        Json.object()
            .put("id", test.id())
            .put("title", test.title())
            .put("gate", Words.slug(test.gate()))
            .put("reveals", test.reveals().slug())
            .put("concurrent", test.concurrent())
            .put("status", Words.slug(result.status()))
            .put("trials", result.rate().trials())
            .put("failures", result.rate().failures());
    node.set("failureRate", interval(result.rate()));
    node.set("runs", Json.array(result.runs(), JsonTest::run));
    node.set("firstObservation", Json.orNull(result.firstBad(), JsonTest::first));
    return node;
  }

  private static JsonNode interval(FailureRate rate) {
    return Json.object().set("low", Json.rate(rate.low())).set("high", Json.rate(rate.high()));
  }

  private static JsonNode run(TestRun run) {
    return Json.object()
        .put("engine", Words.slug(run.engine()))
        .put("configuration", run.configuration())
        .put("planned", run.planned())
        .put("trials", run.trials())
        .put("failures", run.failures());
  }

  private static JsonNode first(TestRun run) {
    Observation first = run.observations().getFirst();
    return Json.object()
        .put("engine", Words.slug(run.engine()))
        .put("configuration", run.configuration())
        .put("trial", first.trial())
        .put("seed", Long.toString(first.seed()))
        .set("outcome", JsonOutcome.of(first.outcome()));
  }
}
