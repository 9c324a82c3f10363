package grader.diagnose;

import grader.testkit.Bug;
import java.util.Optional;

/**
 * Which bug explains a verdict.
 *
 * @param because the evidence, in one or two sentences
 * @param sign by which a mistake like this is recognised
 * @param mistake the impostor that fails in the same way, as in {@code if-instead-of-while}
 */
public record Diagnosis(Bug bug, String because, Optional<Sign> sign, Optional<String> mistake) {

  Diagnosis(Bug bug, String because) {
    this(bug, because, Optional.empty(), Optional.empty());
  }

  /** The same with its sign. */
  public Diagnosis by(Optional<Sign> left) {
    return new Diagnosis(bug, because, left, mistake);
  }

  /** The same with what is known about such mistakes. */
  public Diagnosis like(Optional<String> known) {
    return new Diagnosis(bug, because, sign, known);
  }
}
