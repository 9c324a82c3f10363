package grader.worker;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what the JVM hands to an agent, for the one engine that needs it. */
public final class Agent {

  private static final String LOADER = "sun.instrument.InstrumentationImpl";

  // Volatile: set by the JVM, on the thread that asks for it.
  private static volatile @Nullable Instrumentation instrumentation;

  private Agent() {}

  /** Called by a JVM that is started with this agent. */
  public static void premain(@Nullable String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Called by a JVM that is to load this agent later. */
  public static void agentmain(@Nullable String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /**
   * Makes this JVM load its agent now. A JVM that is started with one cannot use an ahead-of-time
   * cache. The launcher of {@code java -jar} loads the agent of a jar in the same way.
   */
  static Instrumentation load() {
    try {
      Method load = Class.forName(LOADER).getMethod("loadAgent", String.class);
      load.setAccessible(true);
      Object ignored = load.invoke(null, ownJar().toString());
    } catch (ReflectiveOperationException | URISyntaxException refused) {
      throw new IllegalStateException("this JVM does not load the agent", refused);
    }
    return instrumentation()
        .orElseThrow(() -> new IllegalStateException("the agent was not loaded"));
  }

  /** Where this worker comes from. */
  static Path ownJar() throws URISyntaxException {
    return Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Empty in a JVM without its agent. */
  static Optional<Instrumentation> instrumentation() {
    return Optional.ofNullable(instrumentation);
  }
}
