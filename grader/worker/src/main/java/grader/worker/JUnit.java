package grader.worker;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.engine.JqwikTestEngine;
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
    Optional<Throwable> ignored = run(Rehearsal.class, "nothing");
  }

  static final class Rehearsal {
    @Test
    void nothing() {}
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
