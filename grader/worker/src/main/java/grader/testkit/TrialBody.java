package grader.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The method of a concurrency test; each run is on a new instance. Thread-safe. */
public final class TrialBody {

  private final Constructor<?> constructor;
  private final Method method;

  TrialBody(Class<?> testClass, Method method) throws NoSuchMethodException {
    this.constructor = testClass.getDeclaredConstructor();
    this.method = method;
    constructor.setAccessible(true);
    method.setAccessible(true);
  }

  /**
   * The same test in the classes of another loader.
   *
   * @throws IllegalArgumentException if it has no such class
   */
  public TrialBody in(ClassLoader loader) {
    try {
      Class<?> type = Class.forName(method.getDeclaringClass().getName(), false, loader);
      return new TrialBody(
          type, type.getDeclaredMethod(method.getName(), method.getParameterTypes()));
    } catch (ReflectiveOperationException missing) {
      throw new IllegalArgumentException(missing);
    }
  }

  /** {@code Class.method}, with the class's simple name. */
  public String name() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** How often to run it compared to others, in percent. */
  public int share() {
    ConcurrentTest test = method.getAnnotation(ConcurrentTest.class);
    return test == null ? 100 : test.share();
  }

  /** One trial. */
  public void run(Trial trial) throws Throwable {
    try {
      method.invoke(constructor.newInstance(), trial);
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
    }
  }
}
