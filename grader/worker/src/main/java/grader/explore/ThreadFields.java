package grader.explore;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/** What the JVM does for a thread that it starts and ends, done for one that it never starts. */
final class ThreadFields {

  // jdk.internal.misc.VM.toThreadState reads JVMTI's bits: alive and runnable; terminated.
  private static final int RUNNABLE = 0x0005;
  private static final int TERMINATED = 0x0002;

  private static final MethodHandle SET_STATUS;
  private static final VarHandle PROBE;
  private static final VarHandle SEED;
  private static final VarHandle NUMBERING;
  private static final VarHandle POOL_IDS;
  private static final VarHandle FACTORY_POOLS;
  private static final MethodHandle EXIT;
  private static final MethodHandle BINDINGS;
  private static final MethodHandle RUN_WITH;
  private static final MethodHandle LEAVE_SCOPES;
  private static final MethodHandle CONTAINER;
  private static final MethodHandle LEAVE_CONTAINER;
  private static final MethodHandle CLEAR;
  private static final MethodHandle DISPATCH;
  private static final VarHandle CONTINUATION;
  private static final VarHandle TARGET;

  static {
    try {
      MethodHandles.Lookup own = MethodHandles.lookup();
      MethodHandles.Lookup thread = MethodHandles.privateLookupIn(Thread.class, own);
      Class<?> holder = Class.forName("java.lang.Thread$FieldHolder");
      SET_STATUS =
          MethodHandles.filterArguments(
              MethodHandles.privateLookupIn(holder, own)
                  .findSetter(holder, "threadStatus", int.class),
              0,
              thread.findGetter(Thread.class, "holder", holder));
      PROBE = thread.findVarHandle(Thread.class, "threadLocalRandomProbe", int.class);
      SEED = thread.findVarHandle(Thread.class, "threadLocalRandomSeed", long.class);
      Class<?> numbering = Class.forName("java.lang.Thread$ThreadNumbering");
      NUMBERING =
          MethodHandles.privateLookupIn(numbering, own)
              .findStaticVarHandle(numbering, "next", int.class);
      Class<?> pool = java.util.concurrent.ForkJoinPool.class;
      POOL_IDS =
          MethodHandles.privateLookupIn(pool, own).findStaticVarHandle(pool, "poolIds", int.class);
      Class<?> factory = Class.forName("java.util.concurrent.Executors$DefaultThreadFactory");
      FACTORY_POOLS =
          MethodHandles.privateLookupIn(factory, own)
              .findStaticVarHandle(factory, "poolNumber", AtomicInteger.class);
      EXIT = thread.findVirtual(Thread.class, "exit", MethodType.methodType(void.class));
      BINDINGS =
          thread.findStatic(
              Thread.class, "scopedValueBindings", MethodType.methodType(Object.class));
      RUN_WITH =
          thread.findVirtual(
              Thread.class,
              "runWith",
              MethodType.methodType(void.class, Object.class, Runnable.class));
      Class<?> scope = Class.forName("jdk.internal.vm.StackableScope");
      LEAVE_SCOPES =
          MethodHandles.privateLookupIn(scope, own)
              .findStatic(scope, "popAll", MethodType.methodType(void.class));
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
      CONTAINER =
          thread
              .findVirtual(Thread.class, "threadContainer", MethodType.methodType(container))
              .asType(MethodType.methodType(Object.class, Thread.class));
      LEAVE_CONTAINER =
          MethodHandles.privateLookupIn(container, own)
              .findVirtual(container, "remove", MethodType.methodType(void.class, Thread.class))
              .asType(MethodType.methodType(void.class, Object.class, Thread.class));
      CLEAR =
          thread.findVirtual(Thread.class, "clearReferences", MethodType.methodType(void.class));
      DISPATCH =
          thread.findVirtual(
              Thread.class,
              "dispatchUncaughtException",
              MethodType.methodType(void.class, Throwable.class));
      Class<?> virtual = Class.forName("java.lang.VirtualThread");
      Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
      CONTINUATION =
          MethodHandles.privateLookupIn(virtual, own).findVarHandle(virtual, "cont", continuation);
      TARGET =
          MethodHandles.privateLookupIn(continuation, own)
              .findVarHandle(continuation, "target", Runnable.class);
    } catch (ReflectiveOperationException foreign) {
      throw new ExceptionInInitializerError(foreign);
    }
  }

  private ThreadFields() {}

  /** It counts as started; its share of chance is a function of this seed. */
  static void started(Thread thread, long seed) {
    if (!thread.isVirtual()) {
      setStatus(thread, RUNNABLE);
    }
    SEED.set(thread, seed);
    PROBE.set(thread, (int) (seed >>> 32) | 1);
  }

  /** What its share of chance has become: as it was, if it never drew from it. */
  static long seedOf(Thread thread) {
    return (long) SEED.get(thread);
  }

  /** It counts as ended. */
  static void ended(Thread thread) {
    if (!thread.isVirtual()) {
      setStatus(thread, TERMINATED);
    }
  }

  private static void setStatus(Thread thread, int status) {
    try {
      SET_STATUS.invokeExact(thread, status);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a started thread runs. A virtual one has its body with its scoped values. */
  static Runnable bodyOf(Thread thread) {
    return thread.isVirtual() ? () -> runScoped(thread, taskOf(thread)) : thread;
  }

  @SuppressWarnings("CatchThrowable") // What the body throws goes on to the thread's handler.
  private static void runScoped(Thread virtual, Runnable body) {
    try {
      RUN_WITH.invokeExact(virtual, (Object) BINDINGS.invokeExact(), body);
    } catch (Throwable thrown) {
      throw ThreadFields.<RuntimeException>unchecked(thrown);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** What {@code Thread} and {@code VirtualThread} do when a body is over. */
  static void exit(Thread thread) {
    try {
      if (thread.isVirtual()) {
        LEAVE_SCOPES.invokeExact();
        LEAVE_CONTAINER.invokeExact((Object) CONTAINER.invokeExact(thread), thread);
        CLEAR.invokeExact(thread);
      } else {
        EXIT.invokeExact(thread);
      }
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Hands what escaped from its body to its handler. */
  static void dispatch(Thread thread, Throwable uncaught) {
    try {
      DISPATCH.invokeExact(thread, uncaught);
    } catch (Throwable ignored) {
      // JLS 11.3, Thread.UncaughtExceptionHandler: what a handler throws is ignored.
    }
  }

  /** The task of a virtual thread, out of the continuation that was made for it. */
  private static Runnable taskOf(Thread virtual) {
    try {
      Object wrapper = TARGET.get(CONTINUATION.get(virtual));
      java.lang.reflect.Field task = wrapper.getClass().getDeclaredField("val$task");
      task.setAccessible(true);
      return (Runnable) task.get(wrapper);
    } catch (ReflectiveOperationException foreign) {
      throw new IllegalStateException(foreign);
    }
  }

  /** The JDK's counters that end up in names of threads and pools begin anew. */
  static void resetNumbers() {
    NUMBERING.set(0);
    POOL_IDS.set(0);
    ((AtomicInteger) FACTORY_POOLS.get()).set(1);
  }
}
