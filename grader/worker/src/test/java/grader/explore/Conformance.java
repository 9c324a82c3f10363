package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every program of the nested class {@code Programs} under control and on plain threads, and
 * holds what comes of it against what is {@link Allowed}.
 */
public abstract class Conformance {

  private static final int SCHEDULES = Integer.getInteger("explore.conformance", 200);
  private static final int PLAIN_RUNS = 30;

  @TestFactory
  Stream<DynamicTest> underControl() {
    Explored explored = new Explored(programs());
    return methods()
        .map(program -> DynamicTest.dynamicTest(program.getName(), () -> check(explored, program)));
  }

  @TestFactory
  Stream<DynamicTest> onPlainThreads() {
    Explored explored = new Explored(programs());
    return methods()
        .filter(program -> program.getAnnotation(Allowed.class).plain())
        .map(program ->
            DynamicTest.dynamicTest(program.getName(), () -> checkPlain(explored, program)));
  }

  private static void check(Explored explored, Method program) {
    Allowed allowed = program.getAnnotation(Allowed.class);
    Set<String> seen = explored.outcomes(program.getName(), SCHEDULES).keySet();
    if (allowed.all()) {
      assertThat(seen).as(allowed.by()).containsExactlyInAnyOrder(allowed.value());
    } else {
      assertThat(seen).as(allowed.by()).isSubsetOf(allowed.value());
    }
  }

  private static void checkPlain(Explored explored, Method program) {
    Allowed allowed = program.getAnnotation(Allowed.class);
    Set<String> seen = new TreeSet<>();
    IntStream.range(0, PLAIN_RUNS).forEach(run -> seen.add(explored.plainly(program.getName())));
    assertThat(seen).as(allowed.by()).isSubsetOf(allowed.value());
  }

  private Stream<Method> methods() {
    return Arrays.stream(programs().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Allowed.class))
        .sorted(Comparator.comparing(Method::getName));
  }

  private Class<?> programs() {
    return Arrays.stream(getClass().getDeclaredClasses())
        .filter(type -> type.getSimpleName().equals("Programs"))
        .findFirst()
        .orElseThrow();
  }
}
