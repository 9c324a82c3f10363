package grader.linearize;

import grader.testkit.Trial;
import java.util.function.Supplier;

/** Is content. */
public final class Specification<S, M> {

  public static <S, M> Specification<S, M> of(Supplier<S> maker, M model) {
    return new Specification<>();
  }

  public void check(Trial trial) {}
}
