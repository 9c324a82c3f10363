package grader.linearize;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the model says about an operation in one of its states: the ways it may end, or that it
 * waits.
 *
 * @param <S> the states of the model: values that never change and know when they are equal
 * @param ways none if it waits
 */
public record Effect<S>(List<Way<S>> ways) {

  /** One way: a result, and the state afterwards. */
  record Way<S>(Result result, S next) {}

  public Effect {
    ways = List.copyOf(ways);
  }

  /** It returns this value. */
  public static <S> Effect<S> returns(@Nullable Object value, S next) {
    return one(new Result.Returned(value), next);
  }

  /** It returns; there is no value to return. */
  public static <S> Effect<S> done(S next) {
    return one(new Result.Done(), next);
  }

  /** It throws this, or something more special. */
  public static <S> Effect<S> fails(Class<? extends Throwable> type, S next) {
    return one(new Result.Threw(type), next);
  }

  /** It waits until the state is another one. */
  public static <S> Effect<S> waits() {
    return new Effect<>(List.of());
  }

  /** Both are allowed. */
  public Effect<S> or(Effect<S> other) {
    return new Effect<>(Stream.concat(ways.stream(), other.ways.stream()).toList());
  }

  boolean isWaiting() {
    return ways.isEmpty();
  }

  private static <S> Effect<S> one(Result result, S next) {
    return new Effect<>(List.of(new Way<>(result, next)));
  }
}
