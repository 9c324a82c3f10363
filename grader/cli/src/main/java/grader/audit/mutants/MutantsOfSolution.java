package grader.audit.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of all mutants of a solution.
 *
 * @param digest of the solution as it is
 */
public record MutantsOfSolution(
    String kata, String solution, String digest, Review review, List<Tried> tried) {

  public MutantsOfSolution {
    tried = List.copyOf(tried);
  }

  /** How many came to this. */
  public int count(Fate fate) {
    return (int) tried.stream().filter(one -> one.fate() == fate).count();
  }

  /** Those that nobody has refused, and that are not known to be equivalent. */
  public List<Tried> survivors() {
    return tried.stream()
        .filter(one -> one.fate() == Fate.SURVIVED || one.fate() == Fate.UNDECIDED)
        .filter(one -> reason(one).isEmpty())
        .toList();
  }

  /** Those that passed, as they should: they are equivalent. */
  public List<Tried> equivalent() {
    return tried.stream()
        .filter(one -> one.fate() == Fate.SURVIVED && reason(one).isPresent())
        .toList();
  }

  /** Why it is equivalent; empty if it is not, or if the review is of other sources. */
  public Optional<String> reason(Tried one) {
    return isStale()
        ? Optional.empty()
        : Optional.ofNullable(review.equivalent().get(one.mutant().id()));
  }

  private boolean isStale() {
    return !review.reviewed().equals(digest);
  }

  /** What is wrong with the review, in words. */
  public List<String> problems() {
    if (isStale()) {
      return review.equivalent().isEmpty()
          ? List.of()
          : List.of(
              "the solution has changed since its mutants were reviewed: look at them again, then"
                  + " write 'reviewed: "
                  + digest
                  + "'");
    }
    Map<String, Fate> fates =
        tried.stream()
            .collect(
                Collectors.toMap(
                    one -> one.mutant().id(), Tried::fate, (one, other) -> one, TreeMap::new));
    List<String> problems = new ArrayList<>();
    review.equivalent().keySet().stream()
        .sorted()
        .forEach(id -> problem(id, Optional.ofNullable(fates.get(id))).ifPresent(problems::add));
    return problems;
  }

  private static Optional<String> problem(String id, Optional<Fate> fate) {
    if (fate.isEmpty()) {
      return Optional.of("there is no such mutant: " + id);
    }
    return switch (fate.get()) {
      case KILLED -> Optional.of("not equivalent, it is refused: " + id);
      case DROPPED -> Optional.of("it does not even compile: " + id);
      case SURVIVED, UNDECIDED -> Optional.empty();
    };
  }
}
