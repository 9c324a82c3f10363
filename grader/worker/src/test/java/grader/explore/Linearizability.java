package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.explore.ExploreEngine.Simplest;
import grader.protocol.Outcome;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every program of the nested class {@code Programs} in some thousand trials. Each program
 * checks an object against its specification, and each trial draws other calls.
 */
public abstract class Linearizability {

  private static final int TRIALS = Integer.getInteger("explore.histories", 4_000);
  private static final long FIRST_SEED = 20_260_101;
  private static final int WATCHED_ONE_IN = 16;
  private static final String PASSED = "null";

  /** Every trial passes, and has no data race. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Right {}

  /** Some trial fails. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Wrong {

    /** How the first failing trial fails: what it throws, or {@code Stuck}. */
    String value() default "AssertionError";

    /** If positive: how many calls are left at most, when all are left out that can be. */
    int calls() default 0;

    /** Whether only a rare program shows it, so that ten times as many trials are allowed. */
    boolean rare() default false;
  }

  /**
   * The first trial that fails.
   *
   * @param number how many trials passed before it
   */
  record Found(int number, long seed, String outcome, Simplest simplest, int parts) {}

  @TestFactory
  Stream<DynamicTest> theRightOnesPass() {
    return methods(programs(), Right.class).map(program -> test(program, this::passes));
  }

  @TestFactory
  Stream<DynamicTest> theWrongOnesFail() {
    return methods(programs(), Wrong.class).map(program -> test(program, this::fails));
  }

  private interface Check {
    void hold(Explored explored, Method program);
  }

  // What a policy chooses depends on the trials before. So each program has its own.
  private DynamicTest test(Method program, Check check) {
    return DynamicTest.dynamicTest(
        program.getName(), () -> check.hold(new Explored(programs()), program));
  }

  private void passes(Explored explored, Method program) {
    List<Policy> policies = explored.policies();
    for (int i = 0; i < TRIALS; i++) {
      explored.watch(i % WATCHED_ONE_IN == 0);
      Policy policy = policies.get(i % policies.size());
      String outcome =
          explored.run(program.getName(), FIRST_SEED + i, policy, Trace.NONE).outcome();
      assertThat(outcome).as("trial %d: %s", i, explored.failure()).isEqualTo(PASSED);
      assertThat(explored.race()).as("trial %d", i).isEmpty();
    }
  }

  private void fails(Explored explored, Method program) {
    Wrong wrong = program.getAnnotation(Wrong.class);
    int trials = wrong.rare() ? 10 * TRIALS : TRIALS;
    Optional<Found> found = firstFailure(explored, program.getName(), trials);
    assertThat(found.map(Found::outcome)).contains(wrong.value());
    if (wrong.calls() > 0) {
      assertThat(callsLeft(explored, program.getName(), found.orElseThrow()))
          .isBetween(1L, (long) wrong.calls());
    }
  }

  /** The first of so many trials that fails. */
  static Optional<Found> firstFailure(Explored explored, String program, int trials) {
    List<Policy> policies = explored.policies();
    explored.watch(false);
    for (int i = 0; i < trials; i++) {
      long seed = FIRST_SEED + i;
      Explored.Seen seen =
          explored.run(program, seed, policies.get(i % policies.size()), Trace.NONE);
      if (!seen.outcome().equals(PASSED)) {
        Outcome failure = explored.failure().orElseThrow();
        Simplest simplest = new Simplest(seed, seen.schedule(), failure);
        return Optional.of(new Found(i, seed, seen.outcome(), simplest, explored.parts()));
      }
    }
    return Optional.empty();
  }

  /** How many parts of a failing trial are left when it has as few of them as can be found. */
  static long callsLeft(Explored explored, String program, Found found) {
    Simplest smallest = smallest(explored, program, found);
    return LongStream.range(0, found.parts())
        .filter(part -> Parts.hasPart(smallest.seed(), (int) part))
        .count();
  }

  static Simplest smallest(Explored explored, String program, Found found) {
    FewerParts.Rerun rerun =
        (seed, policy) -> {
          Explored.Seen seen = explored.run(program, seed, policy, Trace.NONE);
          return explored.failure().map(failure -> new Simplest(seed, seen.schedule(), failure));
        };
    return new FewerParts(rerun).of(found.simplest(), found.parts());
  }

  static Stream<Method> methods(Class<?> programs, Class<? extends Annotation> kind) {
    return Arrays.stream(programs.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(kind))
        .sorted(Comparator.comparing(Method::getName));
  }

  private Class<?> programs() {
    return Arrays.stream(getClass().getDeclaredClasses())
        .filter(type -> type.getSimpleName().equals("Programs"))
        .findFirst()
        .orElseThrow();
  }
}
