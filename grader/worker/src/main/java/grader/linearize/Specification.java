package grader.linearize;

import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an object does when only one thread uses it: its operations, and a model that says for each
 * what it returns. From that follows what it may do when several threads use it, and {@link #check}
 * sees whether it keeps to that.
 *
 * <pre>{@code
 * Specification.of(() -> new CountingSemaphore(1), 1)
 *     .operation("tryAcquire(1)", semaphore -> semaphore.tryAcquire(1),
 *         free -> free > 0 ? returns(true, free - 1) : returns(false, free))
 *     .command("acquire()", CountingSemaphore::acquire,
 *         free -> free > 0 ? done(free - 1) : waits())
 *     .interruptible()
 *     .check(trial);
 * }</pre>
 *
 * <p>Each trial is another small program of two or three threads, a function of the trial's seed.
 * For one thread.
 *
 * @param <T> the object
 * @param <S> the states of the model: values that never change and know when they are equal
 */
public final class Specification<T, S> {

  private static final int MOST_THREADS = 3;

  private final Supplier<T> fresh;
  private final S first;
  private final List<Operation<T, S>> operations = new ArrayList<>();
  private final List<Operation<T, S>> afterwards = new ArrayList<>();
  private Consistency consistency = Consistency.LINEARIZABLE;
  private boolean interruptible;
  private int mostThreads = MOST_THREADS;

  /** What an operation does, if it returns something. */
  @FunctionalInterface
  public interface Returning<T> {
    @Nullable Object apply(T object) throws Throwable;
  }

  /** What an operation does, if it returns nothing. */
  @FunctionalInterface
  public interface Doing<T> {
    void apply(T object) throws Throwable;
  }

  /** What the model says about an operation that looks at the object for a while. */
  @FunctionalInterface
  public interface Glimpse<S> {

    /**
     * Whether the value fits.
     *
     * @param states all states while the operation ran, in their order
     */
    boolean explains(List<S> states, @Nullable Object value);
  }

  private Specification(Supplier<T> fresh, S first) {
    this.fresh = fresh;
    this.first = first;
  }

  /**
   * Nothing can be done with it yet.
   *
   * @param first state of the model, when the object is new
   */
  public static <T, S> Specification<T, S> of(Supplier<T> fresh, S first) {
    return new Specification<>(fresh, first);
  }

  /** An operation that returns something. */
  public Specification<T, S> operation(
      String name, Returning<T> body, Function<S, Effect<S>> effect) {
    operations.add(new Operation.Atomic<>(name, returning(body), effect));
    return this;
  }

  /** An operation that returns nothing. */
  public Specification<T, S> command(String name, Doing<T> body, Function<S, Effect<S>> effect) {
    operations.add(
        new Operation.Atomic<>(
            name,
            object -> {
              body.apply(object);
              return new Result.Done();
            },
            effect));
    return this;
  }

  /**
   * An operation that changes nothing and need not take effect at one moment: a weakly consistent
   * iterator, an estimate.
   */
  public Specification<T, S> looking(String name, Returning<T> body, Glimpse<S> glimpse) {
    operations.add(new Operation.Looking<>(name, returning(body), glimpse));
    return this;
  }

  /** What is asked at the end, when all threads have ended. */
  public Specification<T, S> afterwards(
      String name, Returning<T> body, Function<S, Effect<S>> effect) {
    afterwards.add(new Operation.Atomic<>(name, returning(body), effect));
    return this;
  }

  /** Less than linearizability is asked for. */
  public Specification<T, S> consistency(Consistency weaker) {
    consistency = weaker;
    return this;
  }

  /**
   * What waits ends with an {@link InterruptedException} when its thread is interrupted, and has
   * changed nothing. Threads are interrupted now and then; and there are programs in which somebody
   * waits for ever, as the model says. Without this, only programs run in which that cannot be.
   */
  public Specification<T, S> interruptible() {
    interruptible = true;
    return this;
  }

  /** It is made for so many threads at most; then no program has more. */
  public Specification<T, S> threads(int most) {
    if (most < 1 || most > MOST_THREADS) {
      throw new IllegalArgumentException("one to three threads, please, not " + most);
    }
    mostThreads = most;
    return this;
  }

  /**
   * Runs one program.
   *
   * @throws AssertionError if no order explains what the operations returned
   */
  public void check(Trial trial) {
    Program<T, S> drawn = Program.drawn(this, trial.random());
    Program<T, S> program = drawn.keptBy(trial);
    if (program.equals(drawn) || !getsStuck(program)) {
      new Execution<>(this, program, trial, fresh.get()).run();
    }
  }

  /** Whether the program may end up where nobody can end it. */
  boolean getsStuck(Program<T, S> program) {
    return interruptible ? program.getsStuckBefore(first) : program.getsStuck(first);
  }

  List<Operation<T, S>> operations() {
    return operations;
  }

  List<Operation<T, S>> afterwards() {
    return afterwards;
  }

  boolean isInterruptible() {
    return interruptible;
  }

  int mostThreads() {
    return mostThreads;
  }

  /** Looks for an order that explains these calls. */
  Explanation<S> explanation(List<Entry<S>> calls, boolean atRest) {
    return new Explanation<>(Step.of(calls, consistency), first, atRest);
  }

  String wantedOrder() {
    return consistency.words();
  }

  private static <T> Operation.Body<T> returning(Returning<T> body) {
    return object -> new Result.Returned(body.apply(object));
  }
}
