package grader.cli.state;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is remembered.
 *
 * @param last name of the kata that was checked last
 * @param katas standings by the katas' names
 */
public record State(Optional<String> last, Map<String, Standing> katas) {

  /** Nothing yet. */
  public static final State EMPTY = new State(Optional.empty(), Map.of());

  public State {
    katas = Map.copyOf(katas);
  }

  /** How the learner stands with this kata. */
  public Standing standing(String kata) {
    return katas.getOrDefault(kata, Standing.NONE);
  }

  /** The same, but for one kata. */
  public State with(String kata, Standing standing) {
    SortedMap<String, Standing> changed = new TreeMap<>(katas);
    changed.put(kata, standing);
    return new State(Optional.of(kata), changed);
  }
}
