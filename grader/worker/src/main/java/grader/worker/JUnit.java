package grader.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.engine.JqwikTestEngine;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs single test methods on the JUnit platform, with nothing registered but the two engines we
 * name.
 */
final class JUnit {

  // Kept: a logger nobody refers to may be collected together with its level.
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  static {
    JQWIK.setLevel(Level.OFF);
    Assertions.useRepresentation(new BriefValues());
  }

  private final Launcher launcher =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableTestEngineAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .addTestEngines(new JupiterTestEngine(), new JqwikTestEngine())
              .build());

  /**
   * Runs the one test of this name.
   *
   * @return what it threw, or empty if it passed
   */
  Optional<Throwable> run(Class<?> type, String method) {
    Result result = new Result();
    launcher.execute(request(type, method), result);
    if (result.run != 1) {
      return Optional.of(
          new IllegalStateException(
              result.run + " tests ran for " + type.getName() + "." + method));
    }
    return Optional.ofNullable(result.failure);
  }

  /** Runs a test of our own, so that what JUnit needs is there when the first real one comes. */
  void rehearse() {
    rehearse("test");
  }

  /** The same, with all that hidden tests use. */
  void rehearseAll() {
    SeededProperties.begin(0);
    List.of("test", "property", "wrong").forEach(this::rehearse);
  }

  private void rehearse(String part) {
    Optional<Throwable> ignored = run(Parts.class, part);
  }

  static final class Parts {
    @Test
    void test() {}

    @Property
    void property(@ForAll int number, @ForAll List<@IntRange(max = 5) Integer> numbers) {
      assertThat(numbers).allMatch(each -> each <= 5);
      assertThatThrownBy(() -> Math.addExact(Integer.MAX_VALUE, Math.max(1, number)))
          .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void wrong(@ForAll @IntRange(max = 5) int number) {
      assertThat(number).as("a number").isLessThan(4);
    }
  }

  private static LauncherDiscoveryRequest request(Class<?> type, String method) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectMethod(type, find(type, method)))
        .enableImplicitConfigurationParameters(false)
        .configurationParameter("jqwik.database", "")
        // Reports go to JUnit listeners, of which there are none, instead of standard output.
        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
        .build();
  }

  private static Method find(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isSynthetic())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the plan names a method that is not there: " + name));
  }

  private static final class Result implements TestExecutionListener {
    private int run;
    private @Nullable Throwable failure;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        run++;
      }
      if (failure == null) {
        failure = result.getThrowable().orElse(null);
      }
    }
  }
}
