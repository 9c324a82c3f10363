package grader.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The small parts that JSON documents are made of. */
final class Json {

  private static final int RATE_DIGITS = 6;

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <T> ArrayNode array(List<T> values, Function<T, JsonNode> form) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }

  static ArrayNode texts(List<String> values) {
    return array(values, value -> JsonNodeFactory.instance.stringNode(Printable.line(value)));
  }

  static <T> JsonNode orNull(Optional<T> value, Function<T, JsonNode> form) {
    return value.map(form).orElseGet(JsonNodeFactory.instance::nullNode);
  }

  /** A share between 0 and 1; so few digits that every machine computes the same ones. */
  static JsonNode rate(double rate) {
    return rounded(rate, RoundingMode.HALF_UP);
  }

  /** A bound of such a share from above: what is next to nothing does not become nothing. */
  static JsonNode bound(double rate) {
    return rounded(rate, RoundingMode.CEILING);
  }

  private static JsonNode rounded(double rate, RoundingMode rounding) {
    BigDecimal rounded = BigDecimal.valueOf(rate).setScale(RATE_DIGITS, rounding);
    BigDecimal shortest = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    return JsonNodeFactory.instance.numberNode(shortest);
  }
}
