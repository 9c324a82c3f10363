package grader.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /**
   * Starts it.
   *
   * @throws IllegalStateException if there is none; the message says what to do
   */
  static Chromium start() {
    Path program = program();
    // Whoever asked for these tests has a browser; nothing may be downloaded.
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(arguments())));
  }

  /** For the superuser, as in a container, Chromium has no sandbox. */
  private static List<String> arguments() {
    return System.getProperty("user.name").equals("root") ? List.of("--no-sandbox") : List.of();
  }

  private static Path program() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "these tests need Chromium on the path: apt-get install chromium"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
