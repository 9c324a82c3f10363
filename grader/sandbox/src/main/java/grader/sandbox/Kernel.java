package grader.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The system calls of this machine, made by the thread that asks: {@code syscall(2)} has one shape
 * for all of them, and a shape costs the start 20 milliseconds. Unlike the functions of libc,
 * {@code setresuid} is then that thread's alone; {@code execve} ends all others. For one thread.
 */
final class Kernel implements AutoCloseable {

  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

  private final Arena arena = Arena.ofConfined();
  private final Machine machine;
  private final MethodHandle call;
  private final MemorySegment state;
  private final ByteBuffer errno;
  private final Memory memory;

  @SuppressWarnings("restricted") // The command line allows native access: this is all about it.
  Kernel(Machine machine) {
    this.machine = machine;
    Linker linker = Linker.nativeLinker();
    this.call =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(LONG, LONG, LONG, LONG, LONG, LONG, LONG),
            Linker.Option.captureCallState("errno"));
    // errno is the only state that Linux has.
    this.state = arena.allocate(Linker.Option.captureStateLayout());
    this.errno = state.asByteBuffer().order(ByteOrder.nativeOrder());
    this.memory = new Memory(arena);
  }

  Machine machine() {
    return machine;
  }

  /** Memory that the kernel may read and write, until this is closed. */
  Memory memory() {
    return memory;
  }

  /**
   * @param step says what for
   * @return what the kernel returned
   * @throws Refused if it returned an error
   */
  long call(String step, Call which, long... arguments) throws Refused {
    long result = result(which, arguments);
    if (result < 0) {
      throw new Refused(step, errno.getInt(0));
    }
    return result;
  }

  /** The same, for a call of which the error matters. */
  int errorOf(Call which, long... arguments) {
    return result(which, arguments) < 0 ? errno.getInt(0) : 0;
  }

  private long result(Call which, long... arguments) {
    try {
      return (long)
          call.invokeExact(
              state,
              (long) machine.number(which),
              at(arguments, 0),
              at(arguments, 1),
              at(arguments, 2),
              at(arguments, 3),
              at(arguments, 4));
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static long at(long[] arguments, int index) {
    return index < arguments.length ? arguments[index] : 0;
  }

  @Override
  public void close() {
    arena.close();
  }
}
