package grader.audit;

import grader.judge.FailureRate;
import grader.testkit.Bug;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How surely an impostor is caught.
 *
 * @param catches one for each seed
 */
public record PowerRow(String kata, String impostor, Bug bug, List<Catch> catches) {

  private static final double DEMANDED = 0.999;

  public PowerRow {
    catches = List.copyOf(catches);
  }

  /** How often it was not refused, or not for the right reason. */
  public int missed() {
    return (int) catches.stream().filter(one -> !one.rightly()).count();
  }

  public int seeds() {
    return catches.size();
  }

  /** Whether it was caught often enough. */
  public boolean proved() {
    return seeds() - missed() >= DEMANDED * seeds();
  }

  /** The lowest true probability of a catch that still explains this, at 95 %. */
  public double lowerBound() {
    return 1 - new FailureRate(missed(), seeds()).upperBound();
  }

  /** What found it, most frequent first. */
  public List<String> engines() {
    return catches.stream()
        .map(Catch::how)
        .filter(how -> !how.isEmpty())
        .collect(Collectors.groupingBy(how -> how, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The trials until it was found, of the middle one of all seeds. */
  public int median() {
    List<Integer> sorted = catches.stream().map(Catch::trials).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  public int worst() {
    return catches.stream().mapToInt(Catch::trials).max().orElse(0);
  }
}
