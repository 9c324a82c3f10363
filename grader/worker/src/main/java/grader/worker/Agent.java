package grader.worker;

import java.lang.instrument.Instrumentation;
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

  static Instrumentation instrumentation() {
    Instrumentation given = instrumentation;
    if (given == null) {
      throw new IllegalStateException("this worker was started without its agent");
    }
    return given;
  }
}
