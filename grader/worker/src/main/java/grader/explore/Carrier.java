package grader.explore;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Runs pieces of controlled threads on the calling thread, each a continuation of the JVM. While
 * one runs, {@link Thread#currentThread()} is the thread that the learner's code made, platform or
 * virtual: thread-locals, names, interrupts and {@code instanceof} work without further ado.
 *
 * <p>Needs {@code --add-opens java.base/java.lang=ALL-UNNAMED} and {@code --add-exports
 * java.base/jdk.internal.vm=ALL-UNNAMED}; and {@code -XX:CompileCommand=dontinline} for all methods
 * of this class: the JIT takes it for granted that the current thread never changes within a method
 * and what is inlined into it. For one thread.
 */
final class Carrier {

  private static final MethodHandle MAKE;
  private static final MethodHandle RUN;
  private static final MethodHandle IS_DONE;
  private static final MethodHandle YIELD;
  private static final MethodHandle SET_CURRENT;
  private static final MethodHandle STACK;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
      Class<?> scope = Class.forName("jdk.internal.vm.ContinuationScope");
      Object own = scope.getConstructor(String.class).newInstance("grader");
      MAKE =
          MethodHandles.insertArguments(
                  lookup.findConstructor(
                      continuation, MethodType.methodType(void.class, scope, Runnable.class)),
                  0,
                  own)
              .asType(MethodType.methodType(Object.class, Runnable.class));
      RUN =
          lookup
              .findVirtual(continuation, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class));
      IS_DONE =
          lookup
              .findVirtual(continuation, "isDone", MethodType.methodType(boolean.class))
              .asType(MethodType.methodType(boolean.class, Object.class));
      YIELD =
          MethodHandles.insertArguments(
              lookup.findStatic(continuation, "yield", MethodType.methodType(boolean.class, scope)),
              0,
              own);
      STACK =
          lookup
              .findVirtual(
                  continuation, "getStackTrace", MethodType.methodType(StackTraceElement[].class))
              .asType(MethodType.methodType(StackTraceElement[].class, Object.class));
      SET_CURRENT =
          MethodHandles.privateLookupIn(Thread.class, lookup)
              .findVirtual(
                  Thread.class,
                  "setCurrentThread",
                  MethodType.methodType(void.class, Thread.class));
    } catch (ReflectiveOperationException foreign) {
      throw new ExceptionInInitializerError(foreign);
    }
  }

  private final Thread self = Thread.currentThread();

  Carrier() {}

  /** Something to run piece by piece. */
  static Object continuation(Runnable body) {
    try {
      return (Object) MAKE.invokeExact(body);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Runs it as this thread until it pauses or ends; false once it has ended. */
  boolean run(Object continuation, Thread thread) {
    setCurrent(thread);
    try {
      return proceed(continuation);
    } finally {
      setCurrent(self);
    }
  }

  private void setCurrent(Thread thread) {
    try {
      SET_CURRENT.invokeExact(self, thread);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean proceed(Object continuation) {
    try {
      RUN.invokeExact(continuation);
      return !(boolean) IS_DONE.invokeExact(continuation);
    } catch (Throwable broken) {
      throw new IllegalStateException("a controlled thread could not run", broken);
    }
  }

  /** The frames of a continuation that does not run, innermost first. */
  static StackTraceElement[] stackOf(Object continuation) {
    try {
      return (StackTraceElement[]) STACK.invokeExact(continuation);
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }

  /**
   * Leaves the running continuation until it is run again.
   *
   * @return false if it cannot be left here: a native frame is on its stack, as in a static
   *     initialiser
   */
  static boolean pause() {
    try {
      return (boolean) YIELD.invokeExact();
    } catch (IllegalStateException pinned) {
      return false;
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }
}
