package grader.testkit;

import java.lang.reflect.Method;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Hands each {@link ConcurrentTest} to the engine. Without a worker, in an IDE say, that is plain
 * stress.
 */
public final class TrialExtension implements InvocationInterceptor, ParameterResolver {

  // Volatile: the worker installs its engine on its main thread; JUnit may call us on another.
  private static volatile @Nullable TrialEngine engine;

  public TrialExtension() {}

  /** Lets this engine run the concurrency tests from now on. */
  public static void use(TrialEngine next) {
    engine = next;
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    invocation.skip();
    current().run(new TrialBody(context.getRequiredTestClass(), test.getExecutable()));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Trial.class;
  }

  /** Nothing yet: the engine makes the trials. */
  @Override
  @SuppressWarnings("NullAway") // JUnit allows null for a parameter of a reference type.
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return null;
  }

  private static TrialEngine current() {
    TrialEngine installed = engine;
    return installed != null
        ? installed
        : ServiceLoader.load(TrialEngine.class).findFirst().orElseThrow();
  }
}
