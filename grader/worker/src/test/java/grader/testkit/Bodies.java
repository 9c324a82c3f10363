package grader.testkit;

import java.lang.reflect.Method;

/** Makes bodies of tests that no JUnit has found. */
public final class Bodies {

  private Bodies() {}

  /** The body of this method, which takes a trial. */
  public static TrialBody of(Method method) {
    try {
      return new TrialBody(method.getDeclaringClass(), method);
    } catch (NoSuchMethodException missing) {
      throw new IllegalArgumentException(missing);
    }
  }
}
