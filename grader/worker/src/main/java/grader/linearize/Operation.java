package grader.linearize;

import java.util.function.Function;

/**
 * Something to do with the object under test, and what the model says about it.
 *
 * @param <T> the object
 * @param <S> the states of the model
 */
sealed interface Operation<T, S> {

  String name();

  Body<T> body();

  /** Does it to the object. */
  @FunctionalInterface
  interface Body<T> {
    Result perform(T object) throws Throwable;
  }

  /** It takes effect at one moment between its call and its end. */
  record Atomic<T, S>(String name, Body<T> body, Function<S, Effect<S>> effect)
      implements Operation<T, S> {}

  /** It changes nothing and looks at the object for a while. */
  record Looking<T, S>(String name, Body<T> body, Specification.Glimpse<S> glimpse)
      implements Operation<T, S> {}
}
