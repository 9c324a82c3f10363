package grader.worker;

import java.lang.instrument.Instrumentation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what the JVM hands to an agent, for the one engine that needs it. */
public final class Agent {

  // Volatile: set by the JVM before main, on the same thread; read by the worker.
  private static volatile @Nullable Instrumentation instrumentation;

  private Agent() {}

  /** Called by the JVM. */
  public static void premain(@Nullable String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Empty in a JVM that was started without its agent. */
  static Optional<Instrumentation> instrumentation() {
    return Optional.ofNullable(instrumentation);
  }
}
