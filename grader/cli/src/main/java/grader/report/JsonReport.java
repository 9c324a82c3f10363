package grader.report;

import grader.Assessment;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The canonical document, described by {@code docs/schema/grader-result-v1.json}. Equal results
 * give equal documents, byte by byte.
 */
public final class JsonReport {

  private static final String SEVERAL = "grader-results/v1";
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("");

  private JsonReport() {}

  /** One result stands for itself; any other number of them is wrapped. */
  public static String write(List<Assessment> assessments, Imprint imprint) {
    if (assessments.size() == 1) {
      return written(JsonResult.of(assessments.getFirst(), imprint));
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode().put("schema", SEVERAL);
    ArrayNode results = all.putArray("results");
    assessments.forEach(assessment -> results.add(JsonResult.of(assessment, imprint)));
    return written(all);
  }

  private static String written(ObjectNode document) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(SEPARATORS)
            .withObjectIndenter(INDENTER)
            .withArrayIndenter(INDENTER);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(document) + "\n";
  }
}
