package grader.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page's own style and script, and the policy that lets a browser run nothing else. */
record Assets(String style, String script) {

  static final Assets OURS =
      new Assets(
          all(List.of("page.css", "lanes.css", "print.css")),
          all(List.of("theme.js", "panes.js", "walk.js", "keys.js")));

  private static String all(List<String> files) {
    return files.stream().map(Assets::read).collect(Collectors.joining("\n"));
  }

  private static String read(String file) {
    try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** No network, nothing from elsewhere, and of scripts and styles only ours. */
  String policy() {
    return "default-src 'none'; img-src data:; style-src "
        + source(style)
        + "; script-src "
        + source(script)
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String source(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
