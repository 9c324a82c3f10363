package grader.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import grader.report.HtmlPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a browser shows it, from a file. */
class HtmlReportBrowserTest {

  private static final int WIDE = 1280;
  private static final int NARROW = 390;

  private static Chromium chromium;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INTERLEAVING", "RACE", "DEADLOCK", "EVERYTHING", "DOES_NOT_COMPILE", "HOSTILE"})
  void opensWithoutErrorAndLoadsNothingElse(String sample) throws IOException {
    try (Visit visit = visit(sample, "")) {
      assertThat(visit.complaints()).isEmpty();
      assertThat(visit.requests()).hasSize(1);
      assertThat(visit.page().locator("h1").count()).isOne();
    }
  }

  @Test
  void thePolicyForbidsEveryRequest() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "")) {
      Object fetched =
          visit
              .page()
              .evaluate("() => fetch('data:text/plain,x').then(() => 'loaded', () => 'refused')");
      assertThat(fetched).isEqualTo("refused");
    }
  }

  @Test
  void bothPanesMoveTogether() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "")) {
      visit.page().locator("[data-go=forward]").click();
      visit.page().locator("[data-go=forward]").click();

      assertThat(visit.text("#told")).startsWith("Step 3 of ");
      assertThat(visit.page().locator("#row").getAttribute("y")).isEqualTo("48");
      assertThat(visit.page().locator(".l.here").getAttribute("id")).isEqualTo("line-0-10");
      assertThat(visit.page().url()).endsWith("#step-3");
    }
  }

  @Test
  void theStepsEndAtBothEnds() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "")) {
      visit.press("ArrowLeft");
      assertThat(visit.text("#told")).startsWith("Step 1 of ");
      visit.page().locator("[data-go=last]").click();
      String last = visit.text("#told");
      visit.press("ArrowRight");
      assertThat(visit.text("#told")).isEqualTo(last);
    }
  }

  @Test
  void valuesAndLocksAreThoseAfterTheStep() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "#step-2")) {
      assertThat(visit.text("#now-threads")).contains("left", "able to run", "CountingSemaphore");
      assertThat(visit.text("#now-values")).contains("CountingSemaphore.free", "0");
    }
  }

  @Test
  void aLinkLeadsToItsStep() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "#step-5")) {
      assertThat(visit.text("#told")).startsWith("Step 5 of ");
      visit.page().evaluate("() => { location.hash = '#step-2'; }");
      visit.page().waitForCondition(() -> visit.text("#told").startsWith("Step 2 of "));
    }
  }

  @ParameterizedTest
  @CsvSource({"ArrowRight,ArrowLeft", "j,k", "],["})
  void keysWalkThroughTheSteps(String forward, String back) throws IOException {
    try (Visit visit = visit("INTERLEAVING", "#step-2")) {
      visit.press(forward);
      String there = visit.text("#told");
      visit.press(back);

      assertThat(there).doesNotStartWith("Step 2 of ");
      assertThat(visit.text("#told")).startsWith("Step 2 of ");
    }
  }

  @Test
  void searchFindsTheNextStepThatSaysSo() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "")) {
      visit.press("/");
      visit.page().keyboard().type("writes free = 1");
      String first = visit.text("#told");
      visit.press("Enter");

      assertThat(first).contains("writes free = 1");
      assertThat(visit.text("#told")).contains("writes free = 1").isNotEqualTo(first);
      visit.page().keyboard().type(" nowhere");
      assertThat(visit.text("#told")).isEqualTo("No step says that.");
    }
  }

  @Test
  void aClickOnALaneGoesThere() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "")) {
      visit.page().locator(".lanes-drawing > use").nth(3).click();

      assertThat(visit.text("#told")).startsWith("Step 4 of ");
    }
  }

  @Test
  void darkAndLightCanBeChosen() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "")) {
      String light = background(visit.page());
      visit.press("d");
      assertThat(background(visit.page())).isNotEqualTo(light);
      visit.page().locator("#theme").click();
      assertThat(background(visit.page())).isEqualTo(light);
    }
  }

  @Test
  void theSystemsChoiceIsTheFirst() throws IOException {
    try (Visit light = visit("RACE", "");
        Visit dark = visit("RACE", "", ColorScheme.DARK, WIDE)) {
      assertThat(background(dark.page())).isNotEqualTo(background(light.page()));
    }
  }

  @Test
  void aQuestionMarkShowsTheKeys() throws IOException {
    try (Visit visit = visit("EVERYTHING", "")) {
      visit.press("?");
      assertThat(visit.page().locator("#help").isVisible()).isTrue();
      visit.press("Escape");
      assertThat(visit.page().locator("#help").isVisible()).isFalse();
    }
  }

  @Test
  void withoutScriptsATableTellsTheSteps() throws IOException {
    Browser.NewContextOptions scriptless =
        new Browser.NewContextOptions().setJavaScriptEnabled(false);
    Page page = chromium.browser().newContext(scriptless).newPage();
    page.navigate(file("INTERLEAVING").toUri().toString());

    assertThat(page.locator(".steps tbody tr").count()).isGreaterThan(10);
    assertThat(page.locator(".walk").isVisible()).isFalse();
    assertThat(page.locator(".lanes-drawing").isVisible()).isTrue();
    page.context().close();
  }

  @Test
  void onPaperNothingIsCutOff() throws IOException {
    try (Visit visit = visit("INTERLEAVING", "")) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(visit.page().locator(".walk").isVisible()).isFalse();
      assertThat(
              visit
                  .page()
                  .evaluate(
                      "() => [...document.querySelectorAll('.lanes, .sources')]"
                          + ".every(pane => pane.scrollHeight <= pane.clientHeight + 1)"))
          .isEqualTo(true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INTERLEAVING,LIGHT,1280",
    "INTERLEAVING,DARK,1280",
    "INTERLEAVING,LIGHT,390",
    "DEADLOCK,LIGHT,1280",
    "DEADLOCK,DARK,390",
    "EVERYTHING,LIGHT,1280",
    "EVERYTHING,DARK,1280",
    "DOES_NOT_COMPILE,LIGHT,1280"
  })
  void everybodyCanUseIt(String sample, ColorScheme scheme, int width) throws IOException {
    try (Visit visit = visit(sample, "", scheme, width)) {
      visit.show(sample.toLowerCase(Locale.ROOT) + "-" + width + "-" + scheme);
      AxeResults results = new AxeBuilder(visit.page()).analyze();

      assertThat(results.getViolations()).as(() -> results.getViolations().toString()).isEmpty();
      assertThat(results.getPasses()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INTERLEAVING", "DEADLOCK", "EVERYTHING", "DOES_NOT_COMPILE", "HOSTILE"})
  void aTelephoneNeedsNotScrollSideways(String sample) throws IOException {
    try (Visit visit = visit(sample, "", ColorScheme.LIGHT, NARROW)) {
      assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth"))
          .isEqualTo(NARROW);
    }
  }

  private static String background(Page page) {
    return String.valueOf(page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
  }

  private Visit visit(String sample, String anchor) throws IOException {
    return visit(sample, anchor, ColorScheme.LIGHT, WIDE);
  }

  private Visit visit(String sample, String anchor, ColorScheme scheme, int width)
      throws IOException {
    return new Visit(chromium.browser(), file(sample), anchor, scheme, width);
  }

  private Path file(String sample) throws IOException {
    return Files.writeString(folder.resolve(sample + ".html"), HtmlPages.of(sample));
  }
}
