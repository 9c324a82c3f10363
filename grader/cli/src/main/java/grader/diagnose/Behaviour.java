package grader.diagnose;

import java.util.List;

/**
 * How an impostor fails.
 *
 * @param mistake the impostor, as in {@code if-instead-of-while}
 * @param signs all that were seen, under many seeds
 */
public record Behaviour(String mistake, List<Sign> signs) {

  public Behaviour {
    signs = List.copyOf(signs);
  }

  int likeness(Sign sign) {
    return signs.stream().mapToInt(sign::likeness).max().orElse(0);
  }
}
