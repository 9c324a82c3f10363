package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what a report must look like; {@code -Dgolden.update=true} writes them anew. */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/grader/report");

  private Golden() {}

  static void assertMatches(Sample sample, String file, String actual) throws IOException {
    Path golden = FOLDER.resolve(sample.folder()).resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual);
    }
    assertThat(golden).as("run once with -Dgolden.update=true, then read it").exists();
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
