package grader.kata;

import java.util.List;

/**
 * Hints on one matter, each saying more than the one before: nudge, concept, near-solution.
 *
 * @param name {@code start}, or the impostor that makes the same mistake
 * @param bug slug of that mistake's bug; empty for {@code start}
 * @param line where it begins in its file
 * @param steps in Markdown
 */
public record Ladder(String name, String bug, int line, List<String> steps) {
  public Ladder {
    steps = List.copyOf(steps);
  }

  /** The hint at this level, counted from 1; the last one if there are fewer. */
  public String step(int level) {
    return steps.get(Math.min(level, steps.size()) - 1);
  }
}
