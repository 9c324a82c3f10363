package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Move;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlReportTest {

  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_MOVES = 2_000;

  @ParameterizedTest
  @EnumSource(
      names = {
        "INTERLEAVING",
        "RACE",
        "DEADLOCK",
        "DOES_NOT_COMPILE",
        "EVERYTHING",
        "INCONCLUSIVE"
      })
  void isAsInItsGoldenFile(Sample sample) throws IOException {
    Golden.assertMatches(sample, "page.html", withoutAssets(HtmlPages.of(sample)));
  }

  @ParameterizedTest
  @EnumSource
  void asksForNothingFromElsewhere(Sample sample) {
    Document page = Jsoup.parse(HtmlPages.of(sample));

    assertThat(page.select("[src], link[href]:not([href^=data:]), iframe, object, embed, base"))
        .isEmpty();
    assertThat(page.select("[style], [onclick], [onload], form:not([method=dialog])")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none';")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @EnumSource
  void namesEachElementOnce(Sample sample) {
    Document page = Jsoup.parse(HtmlPages.of(sample));
    List<String> ids = page.select("[id]").eachAttr("id");
    Set<String> different = new TreeSet<>(ids);

    assertThat(ids).hasSameSizeAs(different);
  }

  @ParameterizedTest
  @EnumSource
  void saysTheVerdict(Sample sample) {
    Document page = Jsoup.parse(HtmlPages.of(sample));

    assertThat(page.select(".word strong").text()).isEqualTo(VerdictText.word(sample.assessment()));
    assertThat(page.select(".next code").text()).startsWith("grader ");
  }

  @Test
  void severalResultsAreToldWithoutPictures() {
    String page =
        HtmlReport.write(
            List.of(Sample.INTERLEAVING.assessment(), Sample.DEADLOCK.assessment()),
            HtmlPages.IMPRINT);

    assertThat(Jsoup.parse(page).select("article")).hasSize(2);
    assertThat(Jsoup.parse(page).select("#schedule, .graph")).isEmpty();
  }

  @Test
  void aKnownMistakeIsNamed() {
    String page = HtmlPages.of(Sample.KNOWN.assessment());

    assertThat(Jsoup.parse(page).select(".diagnosis").text())
        .contains("It fails as a known mistake does: counts-in-two-steps.");
  }

  @Test
  void aLongTraceFitsIntoOneMegabyte() {
    Move[] moves =
        IntStream.range(0, MOST_MOVES).mapToObj(HtmlPages::someMove).toArray(Move[]::new);
    String page = HtmlPages.of(HtmlPages.failing("expected 2 but was 1", moves));

    assertThat(Jsoup.parse(page).select(".lanes-drawing > use")).hasSize(MOST_MOVES);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
  }

  /** Style, script and their sums would hide what changes on the page. */
  private static String withoutAssets(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "<style>...</style>")
        .replaceAll("(?s)<script>.*?</script>", "<script>...</script>")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-...");
  }
}
