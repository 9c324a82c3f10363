package grader.testkit;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one concurrency test, under one engine, with one seed. The test's own thread
 * directs: it makes actors, lets them run, and looks at what came out.
 *
 * <p>Used by the directing thread only, except where noted.
 */
public interface Trial {

  /**
   * A thread of this trial. It starts with the next {@link #start}, {@link #settle} or {@link
   * #join}.
   */
  <T> Actor<T> actor(String name, Callable<T> body);

  /** A thread of this trial that returns nothing. */
  default Actor<Void> actor(String name, Action body) {
    return actor(
        name,
        () -> {
          try {
            body.run();
          } catch (Exception | Error expected) {
            throw expected;
          } catch (Throwable rare) {
            throw new AssertionError(rare);
          }
          return nothing();
        });
  }

  /** Starts together all actors that have not started yet. */
  void start();

  /**
   * Starts what has not started, then waits until every other thread of the trial is blocked or has
   * ended.
   *
   * <p>Under {@code explore} this is a fact; under {@code stress} it is very likely but not
   * certain. So it may only lead up to an interesting moment: what a test asserts afterwards must
   * hold in any case.
   */
  void settle();

  /**
   * Waits until this actor sleeps, to be woken by others, or has ended. One that looks again and
   * again instead, whether it runs or takes short naps, fails the trial with {@link Bug#BUSY_WAIT}.
   */
  void awaitSleep(Actor<?> actor);

  /**
   * Starts what has not started and waits for these actors, or for all of them if none is given. An
   * exception of an actor, unless it {@link Actor#mayThrow may throw} it, fails the trial. If they
   * cannot end, the trial is stuck.
   */
  void join(Actor<?>... actors);

  /**
   * Waits until the condition holds. The trial is stuck if nothing moves any more and it still does
   * not hold.
   */
  void eventually(String what, BooleanSupplier condition);

  /** Fails if the condition holds now or when the trial has {@link #settle settled}. */
  default void never(String what, BooleanSupplier condition) {
    boolean happened = condition.getAsBoolean();
    if (!happened) {
      settle();
      happened = condition.getAsBoolean();
    }
    if (happened) {
      throw new AssertionError("this must never happen: " + what);
    }
  }

  /**
   * Whether the next part of this trial is to be done. It is, until a trial has failed; then the
   * engine may leave parts out, to find the smallest trial that fails in the same way. To ask in
   * another order, or not to ask, must not depend on the answers.
   */
  default boolean part() {
    return true;
  }

  /** Under {@code explore}, another thread may go on here. For any thread. */
  default void point() {}

  /** For the picture of a trial: this thread begins a call. For any thread. */
  default void begins(String call) {}

  /**
   * For the picture of a trial: the call that this thread began ends.
   *
   * @param how {@code returned} or {@code threw}
   * @param value what it returned, or the name of what it threw; or none
   */
  default void ends(String how, @Nullable Object... value) {}

  /**
   * The moment, as a number that grows with every call in this trial. Under {@code explore} it
   * orders nothing in the sense of the memory model. For any thread.
   */
  int moment();

  /**
   * Whether the clock stands still while any thread can run, but for moments of at most 50
   * milliseconds: under {@code explore}, never under {@code stress}. Only then may a test say that
   * something came too late.
   */
  boolean clockWaits();

  /** Random choices of this trial, a function of its seed: for sizes, orders, values. */
  RandomGenerator random();

  @SuppressWarnings({
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // A Void has no other value than null.
  private static <T> T nothing() {
    return null;
  }
}
