package grader.cli;

import grader.Assessment;
import grader.cli.state.StoredFile;
import grader.report.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The page about the last check of each kata, kept beside the state. */
final class LastReport {

  private final Path folder;

  LastReport(Context context) {
    this.folder = context.memory().resolve("reports");
  }

  /** The page about the last check of this kata, if there was one. */
  Optional<Path> of(String kata) {
    return Optional.of(file(kata)).filter(Files::isRegularFile);
  }

  /** Whoever reads it meanwhile sees the page of the check before. */
  void store(String kata, Assessment assessment) {
    String page = Format.HTML.write(List.of(assessment), Reports.IMPRINT);
    try {
      Files.createDirectories(folder);
      StoredFile.replace(file(kata), page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path file(String kata) {
    return folder.resolve(kata + ".html");
  }
}
