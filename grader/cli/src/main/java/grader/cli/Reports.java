package grader.cli;

import grader.Assessment;
import grader.cli.state.StoredFile;
import grader.kata.BrokenKata;
import grader.kata.Hints;
import grader.report.Format;
import grader.report.Imprint;
import grader.report.Output;
import grader.report.Style;
import grader.report.TerminalReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say where results go, and the results on their way there. */
final class Reports {

  static final Imprint IMPRINT = new Imprint(GraderCommand.VERSION, true, machine());

  private final List<Assessment> assessments = new ArrayList<>();

  @Option(names = "--json", order = 20, description = "Write JSON instead of text.")
  boolean json;

  @Option(
      names = "--format",
      paramLabel = "NAME=FILE",
      order = 21,
      converter = Reader.class,
      description = "Write a report to a file as well: text, json, junit or html. May be repeated.")
  List<Output> outputs = new ArrayList<>();

  /** One more result: people see it at once. */
  void add(Assessment assessment, Session session) {
    assessments.add(assessment);
    if (!json) {
      session.result(TerminalReport.write(assessment, style(session), nudge(assessment)));
      session.say(again(assessment));
    }
  }

  /** Writes what can be written only when all results are there. */
  void finish(Session session) {
    if (json) {
      session.result(Format.JSON.write(assessments, IMPRINT));
    }
    for (Output output : outputs) {
      store(session.context().here().resolve(output.file()), output.format());
    }
  }

  private void store(Path file, Format format) {
    StoredFile.create(file, format.write(assessments, IMPRINT).getBytes(StandardCharsets.UTF_8));
  }

  /** The first step of the ladder that fits; a verdict does not depend on whether there is one. */
  static Optional<String> nudge(Assessment assessment) {
    try {
      Hints hints = Hints.of(assessment.submission().kata());
      return assessment.notStarted()
          ? Optional.of(hints.start().step(1))
          : assessment
              .diagnosis()
              .flatMap(one -> hints.about(one.mistake(), one.bug().slug()))
              .map(one -> one.step(1));
    } catch (BrokenKata noHints) {
      return Optional.empty();
    }
  }

  private static String again(Assessment assessment) {
    return "Seed: %1$d (grader check %2$s --seed %1$d makes the same random choices; real threads keep their own timing)"
        .formatted(assessment.options().seed(), assessment.submission().kata().name());
  }

  /** {@code Java 25.0.1+8, Linux amd64, 2 processors}. */
  private static String machine() {
    return "Java %s, %s %s, %d processors"
        .formatted(
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors());
  }

  static Style style(Session session) {
    if (session.linear()) {
      return Style.LINEAR;
    }
    boolean unicode = session.context().out().charset().equals(StandardCharsets.UTF_8);
    return new Style(
        session.colourful(), unicode && session.context().terminal(), columns(session));
  }

  private static int columns(Session session) {
    String columns = session.context().environment().getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(columns)) : 80;
  }

  /** Reads {@code junit=report.xml}. */
  static final class Reader implements ITypeConverter<Output> {

    Reader() {}

    @Override
    public Output convert(String asked) {
      try {
        return Output.of(asked);
      } catch (IllegalArgumentException invalid) {
        throw new TypeConversionException(String.valueOf(invalid.getMessage()));
      }
    }
  }
}
