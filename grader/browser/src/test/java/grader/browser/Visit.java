package grader.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page as somebody sees it, and what it did that it should not have done. */
final class Visit implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  /**
   * Opens a file.
   *
   * @param anchor what stands behind the address: {@code #step-3}
   */
  Visit(Browser browser, Path file, String anchor, ColorScheme scheme, int width) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri() + anchor);
  }

  Page page() {
    return page;
  }

  /** Errors of the page and whatever it wrote on the console. */
  List<String> complaints() {
    return complaints;
  }

  /** What was loaded; the page itself is the first. */
  List<String> requests() {
    return requests;
  }

  String text(String selector) {
    return page.locator(selector).first().innerText();
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /** Writes the page to a file, for people to look at. */
  void show(String name) {
    Path file = Path.of(System.getProperty("screenshots", "target"), name + ".png");
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    byte[] ignored = page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
