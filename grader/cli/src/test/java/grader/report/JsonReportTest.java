package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import grader.Assessment;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

  private static final Imprint IMPRINT = new Imprint("0.1.0", false);

  @ParameterizedTest
  @EnumSource
  void isAsInItsGoldenFile(Sample sample) throws IOException {
    Golden.assertMatches(sample, "result.json", written(sample));
  }

  @ParameterizedTest
  @EnumSource
  void obeysItsSchema(Sample sample) throws IOException {
    assertThat(ResultSchema.errorsIn(written(sample))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void holdsNoControlCharacters(Sample sample) {
    assertThat(written(sample)).doesNotContainPattern("\\\\u00[0189]|[\\p{Cc}&&[^\n]]");
  }

  @Test
  void severalResultsAreWrapped() throws IOException {
    List<Assessment> all = Arrays.stream(Sample.values()).map(Sample::assessment).toList();

    String written = JsonReport.write(all, new Imprint("0.1.0", true));

    assertThat(ResultSchema.errorsIn(written)).isEmpty();
    assertThat(JsonMapper.shared().readTree(written).get("results")).hasSameSizeAs(all);
  }

  @Test
  void theDurationIsLeftOutUnlessAskedFor() {
    assertThat(tree(false).has("durationMillis")).isFalse();
    assertThat(tree(true).get("durationMillis").asInt()).isEqualTo(1_234);
  }

  @Test
  void seedsAreTextBecauseNumbersWouldLoseDigits() {
    JsonNode first =
        JsonMapper.shared().readTree(written(Sample.DEADLOCK)).at("/tests/1/firstObservation/seed");

    assertThat(first.asString()).isEqualTo("-9223372036854775808");
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    String forged = written(Sample.PASSED).replace("\"points\"", "\"bonus\"");

    assertThat(ResultSchema.errorsIn(forged)).isNotEmpty();
  }

  private static JsonNode tree(boolean withDuration) {
    return JsonMapper.shared()
        .readTree(
            JsonReport.write(
                List.of(Sample.PASSED.assessment()), new Imprint("0.1.0", withDuration)));
  }

  private static String written(Sample sample) {
    return JsonReport.write(List.of(sample.assessment()), IMPRINT);
  }
}
