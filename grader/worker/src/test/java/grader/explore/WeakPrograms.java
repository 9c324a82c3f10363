package grader.explore;

import grader.explore.WeakMemory.Mode;
import grader.explore.WeakMemory.Shape;
import grader.testkit.Action;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classical programs that tell memory models apart, each with several modes of access. One
 * file, because what is nested here is put under control together.
 */
public final class WeakPrograms {

  private static final int X = 0;
  private static final int Y = 1;

  private static final VarHandle HANDLE_X = handle("x", int.class);
  private static final VarHandle HANDLE_Y = handle("y", int.class);
  private static final VarHandle HANDLE_BOX = handle("box", Box.class);

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(Memory.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private WeakPrograms() {}

  /** What the threads of one trial share, and what they have seen. */
  public static final class Memory {
    int x;
    int y;
    volatile int volatileX;
    volatile int volatileY;
    @Nullable Box box;
    volatile @Nullable Box volatileBox;
    @Nullable FinalBox finalBox;
    final int[] seen = new int[4];

    public Memory() {}
  }

  static final class Box {
    private int value = 1;
  }

  static final class FinalBox {
    private final int value;

    FinalBox(int value) {
      this.value = value;
    }
  }

  /** What one thread of a program does. */
  public interface Part {
    void run(Access access, Memory memory);
  }

  /** Accesses by one mode. */
  public interface Access {
    int read(Memory memory, int which);

    void write(Memory memory, int which);

    @Nullable Box box(Memory memory);

    void publish(Memory memory, Box box);
  }

  /** Accesses by this mode. */
  public static Access by(Mode mode) {
    return switch (mode) {
      case PLAIN -> new Plain();
      case VOLATILE -> new Volatile();
      case OPAQUE -> new Opaque();
      case ACQUIRE_RELEASE -> new AcquireRelease();
      case FENCES -> new Fences();
    };
  }

  private static final class Plain implements Access {
    @Override
    public int read(Memory memory, int which) {
      return which == X ? memory.x : memory.y;
    }

    @Override
    public void write(Memory memory, int which) {
      if (which == X) {
        memory.x = 1;
      } else {
        memory.y = 1;
      }
    }

    @Override
    public @Nullable Box box(Memory memory) {
      return memory.box;
    }

    @Override
    public void publish(Memory memory, Box box) {
      memory.box = box;
    }
  }

  private static final class Volatile implements Access {
    @Override
    public int read(Memory memory, int which) {
      return which == X ? memory.volatileX : memory.volatileY;
    }

    @Override
    public void write(Memory memory, int which) {
      if (which == X) {
        memory.volatileX = 1;
      } else {
        memory.volatileY = 1;
      }
    }

    @Override
    public @Nullable Box box(Memory memory) {
      return memory.volatileBox;
    }

    @Override
    public void publish(Memory memory, Box box) {
      memory.volatileBox = box;
    }
  }

  @SuppressWarnings("NullAway") // What VarHandle returns has no annotations.
  private static final class Opaque implements Access {
    @Override
    public int read(Memory memory, int which) {
      return which == X ? (int) HANDLE_X.getOpaque(memory) : (int) HANDLE_Y.getOpaque(memory);
    }

    @Override
    public void write(Memory memory, int which) {
      (which == X ? HANDLE_X : HANDLE_Y).setOpaque(memory, 1);
    }

    @Override
    public @Nullable Box box(Memory memory) {
      return (Box) HANDLE_BOX.getOpaque(memory);
    }

    @Override
    public void publish(Memory memory, Box box) {
      HANDLE_BOX.setOpaque(memory, box);
    }
  }

  @SuppressWarnings("NullAway") // What VarHandle returns has no annotations.
  private static final class AcquireRelease implements Access {
    @Override
    public int read(Memory memory, int which) {
      return which == X ? (int) HANDLE_X.getAcquire(memory) : (int) HANDLE_Y.getAcquire(memory);
    }

    @Override
    public void write(Memory memory, int which) {
      (which == X ? HANDLE_X : HANDLE_Y).setRelease(memory, 1);
    }

    @Override
    public @Nullable Box box(Memory memory) {
      return (Box) HANDLE_BOX.getAcquire(memory);
    }

    @Override
    public void publish(Memory memory, Box box) {
      HANDLE_BOX.setRelease(memory, box);
    }
  }

  /** Opaque, with a fence before and after each access. */
  private static final class Fences implements Access {
    private final Access opaque = new Opaque();

    @Override
    public int read(Memory memory, int which) {
      VarHandle.fullFence();
      int value = opaque.read(memory, which);
      VarHandle.fullFence();
      return value;
    }

    @Override
    public void write(Memory memory, int which) {
      VarHandle.fullFence();
      opaque.write(memory, which);
      VarHandle.fullFence();
    }

    @Override
    public @Nullable Box box(Memory memory) {
      VarHandle.fullFence();
      @Nullable Box box = opaque.box(memory);
      VarHandle.fullFence();
      return box;
    }

    @Override
    public void publish(Memory memory, Box box) {
      VarHandle.fullFence();
      opaque.publish(memory, box);
      VarHandle.fullFence();
    }
  }

  /** The threads of a program. */
  public static List<Part> parts(Shape shape) {
    return switch (shape) {
      case STORE_BUFFERING ->
          List.of(
              (access, memory) -> {
                access.write(memory, X);
                memory.seen[0] = access.read(memory, Y);
              },
              (access, memory) -> {
                access.write(memory, Y);
                memory.seen[1] = access.read(memory, X);
              });
      case MESSAGE_PASSING ->
          List.of(
              (access, memory) -> {
                access.write(memory, X);
                access.write(memory, Y);
              },
              (access, memory) -> {
                memory.seen[0] = access.read(memory, Y);
                memory.seen[1] = access.read(memory, X);
              });
      case PLAIN_MESSAGE ->
          List.of(
              (access, memory) -> {
                memory.x = 1;
                access.write(memory, Y);
              },
              (access, memory) -> {
                memory.seen[0] = access.read(memory, Y);
                if (memory.seen[0] == 1) {
                  memory.seen[1] = memory.x;
                }
              });
      case INDEPENDENT_READS ->
          List.of(
              (access, memory) -> access.write(memory, X),
              (access, memory) -> access.write(memory, Y),
              (access, memory) -> {
                memory.seen[0] = access.read(memory, X);
                memory.seen[1] = access.read(memory, Y);
              },
              (access, memory) -> {
                memory.seen[2] = access.read(memory, Y);
                memory.seen[3] = access.read(memory, X);
              });
      case LOAD_BUFFERING ->
          List.of(
              (access, memory) -> {
                memory.seen[0] = access.read(memory, X);
                access.write(memory, Y);
              },
              (access, memory) -> {
                memory.seen[1] = access.read(memory, Y);
                access.write(memory, X);
              });
      case COHERENCE ->
          List.of(
              (access, memory) -> access.write(memory, X),
              (access, memory) -> {
                memory.seen[0] = access.read(memory, X);
                memory.seen[1] = access.read(memory, X);
              });
      case DOUBLE_CHECKED ->
          List.of(
              (access, memory) -> memory.seen[0] = madeOnce(access, memory).value,
              (access, memory) -> memory.seen[1] = madeOnce(access, memory).value);
      case DOUBLE_CHECKED_FINAL ->
          List.of(
              (access, memory) -> memory.seen[0] = madeOnce(memory).value,
              (access, memory) -> memory.seen[1] = madeOnce(memory).value);
    };
  }

  private static Box madeOnce(Access access, Memory memory) {
    @Nullable Box box = access.box(memory);
    if (box == null) {
      synchronized (memory) {
        box = access.box(memory);
        if (box == null) {
          box = new Box();
          access.publish(memory, box);
        }
      }
    }
    return box;
  }

  @SuppressWarnings("DoubleCheckedLocking") // This is the one that may do without volatile.
  private static FinalBox madeOnce(Memory memory) {
    @Nullable FinalBox box = memory.finalBox;
    if (box == null) {
      synchronized (memory) {
        box = memory.finalBox;
        if (box == null) {
          box = new FinalBox(1);
          memory.finalBox = box;
        }
      }
    }
    return box;
  }

  /** What was seen, digit by digit. */
  public static String outcome(Shape shape, Memory memory) {
    StringBuilder outcome = new StringBuilder();
    for (int i = 0; i < shape.reads(); i++) {
      outcome.append(memory.seen[i]);
    }
    return outcome.toString();
  }

  /** Runs a program once. */
  static Object once(String shape, String mode) throws Throwable {
    Shape program = Shape.valueOf(shape);
    Access access = by(Mode.valueOf(mode));
    Memory memory = new Memory();
    Together.run(
        parts(program).stream()
            .<Action>map(part -> () -> part.run(access, memory))
            .toArray(Action[]::new));
    return outcome(program, memory);
  }
}
