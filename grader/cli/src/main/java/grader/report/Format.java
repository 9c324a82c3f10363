package grader.report;

import grader.Assessment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form in which results can be written to a file. */
public enum Format {
  TEXT("txt") {
    @Override
    public String write(List<Assessment> assessments, Imprint imprint) {
      return assessments.stream().map(TerminalReport::write).collect(Collectors.joining("\n"));
    }
  },
  JSON("json") {
    @Override
    public String write(List<Assessment> assessments, Imprint imprint) {
      return JsonReport.write(assessments, imprint);
    }
  },
  JUNIT("xml") {
    @Override
    public String write(List<Assessment> assessments, Imprint imprint) {
      return JUnitXmlReport.write(assessments, imprint);
    }
  },
  HTML("html") {
    @Override
    public String write(List<Assessment> assessments, Imprint imprint) {
      return HtmlReport.write(assessments, imprint);
    }
  };

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /** What the names of such files usually end with. */
  String extension() {
    return extension;
  }

  /** The whole file, to be stored as UTF-8. */
  public abstract String write(List<Assessment> assessments, Imprint imprint);

  /** As it is called on the command line: {@code junit}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format called so, if there is one. */
  public static Optional<Format> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }

  /** What all of them are called. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Format::label).toList();
  }
}
