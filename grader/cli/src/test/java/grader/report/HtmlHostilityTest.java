package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import grader.Assessment;
import grader.compile.SourceError;
import grader.protocol.Effect;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a submission calls its threads, says or prints, it is text on the page. */
class HtmlHostilityTest {

  private static final int SAMPLES = 200;
  private static final List<String> PIECES =
      List.of(
          "</script>",
          "<script>alert(1)</script>",
          "<!--",
          "-->",
          "]]>",
          "<![CDATA[",
          "\"",
          "'",
          "`",
          "<img src=x onerror=alert(1)>",
          "</svg>",
          "</noscript>",
          "</pre>",
          "</div>",
          "&",
          "&lt;",
          "&#x3c;",
          "${x}",
          "{{x}}",
          "\\u003c",
          "\\",
          "/",
          "=",
          ">",
          "<",
          "\u202e",
          "\u200b",
          "\u2028",
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "\uD800",
          "javascript:alert(1)",
          "\n",
          "\t",
          " onload=alert(1) ",
          "</title>",
          "</style>",
          "<style>*{display:none}</style>",
          "caf\u00e9");

  static List<String> texts() {
    Random random = new Random(42);
    return IntStream.range(0, SAMPLES)
        .mapToObj(i ->
            IntStream.rangeClosed(0, i % 7)
                .mapToObj(j -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hostileTextChangesNoElement(String text) {
    assertThat(outline(page(word -> word + text)))
        .isEqualTo(outline(page(UnaryOperator.identity())));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatTheScriptReadsIsTheSameText(String text) {
    Document page = page(word -> word + text);
    JsonNode data = JsonMapper.shared().readTree(page.expectFirst("#cursor-data").wholeText());

    assertThat(data.at("/threads/0").asString()).isEqualTo(Printable.line("left" + text));
    assertThat(data.at("/texts").valueStream().map(JsonNode::asString))
        .contains(Printable.line("reads" + text), Printable.line("1" + text));
  }

  @Test
  void theOutlineSeesWhatGetsOut() {
    assertThat(outline(Jsoup.parse("<p>a</p>")))
        .isNotEqualTo(outline(Jsoup.parse("<p>a<img src=x></p>")))
        .isNotEqualTo(outline(Jsoup.parse("<p onclick=x>a</p>")));
  }

  private static Document page(UnaryOperator<String> spoilt) {
    String failing = HtmlPages.of(failing(spoilt));
    String stuck = HtmlPages.of(stuck(spoilt));
    String rejected = HtmlPages.of(rejected(spoilt));
    Document page = Jsoup.parse(failing);
    page.body().append(Jsoup.parse(stuck).body().html());
    page.body().append(Jsoup.parse(rejected).body().html());
    return page;
  }

  private static Assessment failing(UnaryOperator<String> spoilt) {
    return HtmlPages.failing(spoilt.apply("message"), move("left", spoilt), move("right", spoilt));
  }

  private static Move move(String name, UnaryOperator<String> spoilt) {
    String thread = spoilt.apply(name);
    return new Move(
        thread,
        spoilt.apply("reads"),
        "CountingSemaphore.java",
        3,
        false,
        true,
        List.of(
            new Effect.Access(spoilt.apply("free"), spoilt.apply("1"), false),
            new Effect.Hold(thread, spoilt.apply("lock"), true),
            new Effect.Turn(thread, Thread.State.WAITING, spoilt.apply("lock")),
            new Effect.Signal(thread),
            new Effect.Begin(spoilt.apply("call")),
            new Effect.End(spoilt.apply("result"))));
  }

  private static Assessment stuck(UnaryOperator<String> spoilt) {
    ThreadReport thread =
        new ThreadReport(
            spoilt.apply("name"),
            "BLOCKED",
            spoilt.apply("lock"),
            spoilt.apply("name"),
            List.of(spoilt.apply("X.java:1")));
    return SampleAssessments.judged(
        true,
        "",
        SampleAssessments.stress(
            SampleAssessments.EXCLUSION, 2, new Outcome.Stuck(Outcome.Why.CYCLE, List.of(thread))));
  }

  private static Assessment rejected(UnaryOperator<String> spoilt) {
    return SampleAssessments.rejected(
        new SourceError(spoilt.apply("X.java"), 1, 1, spoilt.apply("error"), spoilt.apply("code")));
  }

  /** All elements with the names of their attributes. */
  private static List<String> outline(Document page) {
    return page.getAllElements().stream().map(HtmlHostilityTest::shape).toList();
  }

  private static String shape(Element element) {
    return element.parents().size()
        + element.tagName()
        + element.attributes().asList().stream().map(Attribute::getKey).sorted().toList();
  }
}
