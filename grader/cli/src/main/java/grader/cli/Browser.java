package grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens files in the reader's browser: the one named by BROWSER, or the system's. */
final class Browser {

  private final Context context;

  Browser(Context context) {
    this.context = context;
  }

  /** Whether a program could be started for it; what that does, it does by itself. */
  boolean open(Path file) {
    try {
      Process ignored =
          new ProcessBuilder(command(file))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return true;
    } catch (IOException missing) {
      return false;
    }
  }

  private List<String> command(Path file) {
    String address = file.toUri().toString();
    String chosen = context.environment().getOrDefault("BROWSER", "");
    if (!chosen.isEmpty()) {
      return List.of(chosen, address);
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
