package grader.kata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The hints of one kata.
 *
 * @param file where they stand
 * @param start for who has not begun
 * @param ladders one for each known mistake, the most frequent first
 * @param discussion for who has passed, in Markdown
 */
public record Hints(Path file, Ladder start, List<Ladder> ladders, String discussion) {

  public Hints {
    ladders = List.copyOf(ladders);
  }

  /**
   * Reads them.
   *
   * @throws BrokenKata if the file is missing or a section is; the message names file and line
   */
  public static Hints of(Kata kata) {
    return new HintsReader(kata.hints()).hints();
  }

  /** The ladder on this mistake, or on the most frequent one that shows as this bug. */
  public Optional<Ladder> about(Optional<String> mistake, String bug) {
    return ladders.stream()
        .filter(ladder -> mistake.filter(ladder.name()::equals).isPresent())
        .findFirst()
        .or(() -> ladders.stream().filter(ladder -> ladder.bug().equals(bug)).findFirst());
  }
}
