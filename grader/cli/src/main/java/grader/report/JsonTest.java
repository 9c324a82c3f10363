package grader.report;

import grader.inspect.HiddenTest;
import grader.judge.Claim;
import grader.judge.FailureRate;
import grader.judge.PctGuarantee;
import grader.judge.TestResult;
import grader.protocol.Event;
import grader.protocol.Move;
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
            .put("explored", result.explored())
            .put("trials", result.rate().trials())
            .put("failures", result.rate().failures());
    node.set("failureRate", interval(result.rate()));
    node.set("claim", Json.orNull(result.claim(), JsonTest::claim));
    node.set("runs", Json.array(result.runs(), JsonTest::run));
    node.set("firstObservation", Json.orNull(result.firstBad(), JsonTest::first));
    return node;
  }

  private static JsonNode interval(FailureRate rate) {
    return Json.object().set("low", Json.rate(rate.low())).set("high", Json.rate(rate.high()));
  }

  private static JsonNode run(TestRun run) {
    ObjectNode node =
        Json.object()
            .put("engine", Words.slug(run.engine()))
            .put("configuration", run.configuration())
            .put("planned", run.planned())
            .put("trials", run.trials())
            .put("failures", run.failures());
    node.set("exhausted", Json.orNull(run.exploration().exhausted(), JsonTest::exhausted));
    return node.put("escaped", run.exploration().escaped().map(Printable::line).orElse(null));
  }

  private static JsonNode exhausted(Event.Exhausted exhausted) {
    return Json.object()
        .put("preemptions", exhausted.preemptions())
        .put("schedules", exhausted.schedules())
        .put("all", exhausted.all());
  }

  private static JsonNode claim(Claim claim) {
    ObjectNode node =
        Json.object()
            .put("reach", Words.slug(claim.reach()))
            .put("preemptions", claim.preemptions())
            .put("schedules", claim.schedules())
            .put("sampled", claim.sampled());
    node.set("sampledRate", Json.bound(claim.sample().upperBound()));
    node.put("threads", claim.threads()).put("steps", claim.steps());
    return node.set("pctMisses", Json.orNull(claim.pct(), JsonTest::missing));
  }

  private static JsonNode missing(PctGuarantee guarantee) {
    return Json.object()
        .set("depth1", Json.bound(guarantee.missing(1)))
        .set("depth2", Json.bound(guarantee.missing(2)));
  }

  private static JsonNode first(TestRun run) {
    Observation first = run.observations().getFirst();
    ObjectNode node =
        Json.object()
            .put("engine", Words.slug(run.engine()))
            .put("configuration", run.configuration())
            .put("trial", first.trial())
            .put("seed", Long.toString(first.seed()))
            .put("token", run.exploration().token().orElse(null));
    node.set("outcome", JsonOutcome.of(first.outcome()));
    return node.set("interleaving", Json.array(run.exploration().moves(), JsonTest::move));
  }

  private static JsonNode move(Move move) {
    return Json.object()
        .put("thread", Printable.line(move.thread()))
        .put("what", Printable.line(move.what()))
        .put("file", Printable.line(move.file()))
        .put("line", move.line())
        .put("preemption", move.switched())
        .put("notable", move.notable());
  }
}
