package grader.report;

import java.nio.file.Path;

/** One report asked for: {@code junit=build/report.xml}. */
public record Output(Format format, Path file) {

  /**
   * Reads {@code name=file}.
   *
   * @throws IllegalArgumentException whose message tells people what was expected
   */
  public static Output of(String asked) {
    int equals = asked.indexOf('=');
    String label = equals < 0 ? asked : asked.substring(0, equals);
    Format format =
        Format.named(label)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "there is no format '"
                        + label
                        + "'; choose one of "
                        + String.join(", ", Format.labels())));
    if (equals < 0 || equals == asked.length() - 1) {
      throw new IllegalArgumentException(
          "expected a file, as in " + label + "=report." + format.extension());
    }
    return new Output(format, Path.of(asked.substring(equals + 1)));
  }
}
