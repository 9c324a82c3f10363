package grader.audit.mutants;

import java.util.Map;

/**
 * Which mutants of a solution are equivalent to it, as somebody has judged who looked at them.
 *
 * @param reviewed the digest of the sources that were looked at
 * @param equivalent mutants by their ids, each with the reason
 */
public record Review(String reviewed, Map<String, String> equivalent) {

  static final Review NONE = new Review("", Map.of());

  public Review {
    equivalent = Map.copyOf(equivalent);
  }
}
