package grader.worker;

import java.lang.instrument.Instrumentation;

/** Hands the agent of this JVM to the tests of other packages. */
public final class TestAgent {

  private TestAgent() {}

  public static Instrumentation instrumentation() {
    return Agent.instrumentation().orElseThrow();
  }
}
