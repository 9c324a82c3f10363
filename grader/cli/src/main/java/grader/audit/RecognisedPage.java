package grader.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down how well known mistakes are recognised: {@code docs/behaviour.md}. */
public final class RecognisedPage {

  private static final String INTRODUCTION =
      """
      # How well mistakes are recognised

      Written by `grader audit --behaviour`; [decision 16](decisions/0016-known-mistakes.md) says how it works.

      A variant is another program with an impostor's mistake: other names, another structure, often other locks. It was written without a look at the hidden tests.
      It counts as recognised if the mistake that a check names first is its own. Less than 85 % fails.
      """;

  private final List<Recognised> all;

  public RecognisedPage(List<Recognised> all) {
    this.all = List.copyOf(all);
  }

  /** Brings the page up to date: the sections of these katas. */
  public void write(Path file) {
    new ReportPage(INTRODUCTION).write(file, sections());
  }

  Map<String, String> sections() {
    Map<String, List<Recognised>> byKata =
        all.stream()
            .collect(Collectors.groupingBy(Recognised::kata, TreeMap::new, Collectors.toList()));
    Map<String, String> sections = new TreeMap<>();
    byKata.forEach((kata, some) -> sections.put(kata, section(some)));
    return sections;
  }

  private static String section(List<Recognised> some) {
    return share(some)
        + ".\n\n| variant | verdict | taken for | rightly |\n|---|---|---|---|\n"
        + some.stream().map(RecognisedPage::line).collect(Collectors.joining());
  }

  /** {@code 25 of 27 variants recognised (92 %)}. */
  public static String share(List<Recognised> some) {
    long right = some.stream().filter(Recognised::rightly).count();
    return "%d of %d variants recognised (%d %%)"
        .formatted(right, some.size(), some.isEmpty() ? 0 : 100 * right / some.size());
  }

  private static String line(Recognised one) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            one.variant().replaceFirst("variants/", ""),
            one.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            one.taken().orElse("none"),
            one.rightly() ? "yes" : "no");
  }
}
