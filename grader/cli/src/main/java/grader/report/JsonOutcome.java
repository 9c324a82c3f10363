package grader.report;

import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a trial showed that did not pass, as a JSON object; its kind says which keys it has. */
final class JsonOutcome {

  private JsonOutcome() {}

  static JsonNode of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed(failed);
      case Outcome.Stuck stuck ->
          kind("stuck")
              .put("why", Words.slug(stuck.why()))
              .set("threads", Json.array(stuck.threads(), JsonOutcome::thread));
      case Outcome.Late late ->
          kind("late").set("threads", Json.array(late.threads(), JsonOutcome::thread));
      case Outcome.Died died ->
          kind("died")
              .put("cause", Words.slug(died.cause()))
              .put("detail", Printable.text(died.detail()));
    };
  }

  private static JsonNode failed(Outcome.Failed failed) {
    return kind("failed")
        .put("type", Printable.line(failed.type()))
        .put("message", Printable.text(failed.message()))
        .put("bug", Printable.line(failed.bug()))
        .set("stack", Json.texts(failed.stack()));
  }

  private static JsonNode thread(ThreadReport thread) {
    return Json.object()
        .put("name", Printable.line(thread.name()))
        .put("state", Printable.line(thread.state()))
        .put("waitsFor", Printable.line(thread.waitsFor()))
        .put("heldBy", Printable.line(thread.heldBy()))
        .set("stack", Json.texts(thread.stack()));
  }

  private static ObjectNode kind(String kind) {
    return Json.object().put("kind", kind);
  }
}
