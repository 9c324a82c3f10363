package grader.audit.mutants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down what became of mutants: {@code docs/mutants.md}. */
public final class MutantsPage {

  public static final String INTRODUCTION =
      """
      # Mutants

      Written by `grader audit --mutants`; [decision 13](decisions/0013-proof-power.md) says why and how.

      Every solution was broken by one small change at a time, by the operators of ConMAn and a few of our own, and each mutant was graded like a submission, by `sequential` and `explore`, in the default budget, under one
      seed. The hidden tests should refuse it. Some changes make no difference that the contract knows: those mutants are equivalent. Somebody has looked at each of them and has written down the reason, in
      [mutants](mutants). **Score** is the refused ones of all that compile and are not equivalent; under 95 % the audit fails.
      """;

  private final List<MutantsOfSolution> solutions;

  public MutantsPage(List<MutantsOfSolution> solutions) {
    this.solutions = List.copyOf(solutions);
  }

  /** A section for each kata, by its name. */
  public Map<String, String> sections() {
    Map<String, List<MutantsOfSolution>> byKata =
        solutions.stream()
            .collect(
                Collectors.groupingBy(MutantsOfSolution::kata, TreeMap::new, Collectors.toList()));
    Map<String, String> sections = new TreeMap<>();
    byKata.forEach((kata, some) -> sections.put(kata, section(some)));
    return sections;
  }

  private static String section(List<MutantsOfSolution> solutions) {
    MutantScore score = MutantScore.of(solutions);
    String table =
        "| operator | made | not compiling | refused | equivalent | survivors |\n"
            + "|---|--:|--:|--:|--:|--:|\n"
            + rows(solutions);
    return score(score) + "\n\n" + table + "\n" + survivors(solutions);
  }

  private static String score(MutantScore score) {
    return String.format(
        Locale.ROOT,
        "Score: **%.1f %%** (%d of %d)",
        Math.floor(score.share() * 1_000) / 10,
        score.killed(),
        score.possible());
  }

  private static String rows(List<MutantsOfSolution> solutions) {
    Map<Operator, Counts> counts = new EnumMap<>(Operator.class);
    Counts all = new Counts();
    for (MutantsOfSolution solution : solutions) {
      for (Tried tried : solution.tried()) {
        boolean equivalent = solution.equivalent().contains(tried);
        counts
            .computeIfAbsent(tried.mutant().operator(), one -> new Counts())
            .add(tried.fate(), equivalent);
        all.add(tried.fate(), equivalent);
      }
    }
    List<String> rows = new ArrayList<>();
    Arrays.stream(Operator.values())
        .filter(counts::containsKey)
        .forEach(one -> rows.add(row(title(one), counts.getOrDefault(one, all))));
    rows.add(row("**all**", all));
    return String.join("", rows);
  }

  private static String title(Operator operator) {
    return operator.published().isEmpty()
        ? operator.slug()
        : operator.slug() + " (" + operator.published() + ")";
  }

  private static String row(String title, Counts counts) {
    return "| %s | %d | %d | %d | %d | %d |\n"
        .formatted(
            title,
            counts.made,
            counts.dropped,
            counts.killed,
            counts.equivalent,
            counts.made - counts.dropped - counts.killed - counts.equivalent);
  }

  private static String survivors(List<MutantsOfSolution> solutions) {
    List<String> lines = new ArrayList<>();
    for (MutantsOfSolution solution : solutions) {
      for (Tried one : solution.survivors()) {
        lines.add(
            "- %s, `%s`, was `%s`%s\n"
                .formatted(
                    solution.solution(),
                    one.mutant().id(),
                    one.mutant().before(),
                    one.fate() == Fate.UNDECIDED ? ": no verdict" : ""));
      }
    }
    return lines.isEmpty() ? "No survivors.\n" : "Survivors:\n\n" + String.join("", lines);
  }

  private static final class Counts {
    private int made;
    private int dropped;
    private int killed;
    private int equivalent;

    void add(Fate fate, boolean isEquivalent) {
      made++;
      dropped += fate == Fate.DROPPED ? 1 : 0;
      killed += fate == Fate.KILLED ? 1 : 0;
      equivalent += isEquivalent ? 1 : 0;
    }
  }
}
