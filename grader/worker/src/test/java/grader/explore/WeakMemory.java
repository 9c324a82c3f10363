package grader.explore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The classical programs that tell memory models apart, each with several modes of access, and what
 * the Java memory model says about them: JLS 17.4 for plain and volatile variables, the class
 * documentation of {@link VarHandle} for the other modes. One file, because what is nested here is
 * rewritten together.
 */
public final class WeakMemory {

  private static final int X = 0;
  private static final int Y = 1;

  /** Whether the specification lets the outcome happen that no order of steps explains. */
  public enum Weak {
    ALLOWED,
    FORBIDDEN
  }

  /**
   * A line of the table.
   *
   * @param race whether two plain accesses conflict that nothing orders
   */
  public record Row(Shape shape, Mode mode, Weak weak, boolean race) {
    @Override
    public String toString() {
      return shape + " " + mode;
    }
  }

  private static Row row(Shape shape, Mode mode, Weak weak, boolean race) {
    return new Row(shape, mode, weak, race);
  }

  /** The table. */
  public static final List<Row> ROWS =
      List.of(
          row(Shape.STORE_BUFFERING, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.STORE_BUFFERING, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.STORE_BUFFERING, Mode.OPAQUE, Weak.ALLOWED, false),
          // A release and a later acquire of another variable may change places.
          row(Shape.STORE_BUFFERING, Mode.ACQUIRE_RELEASE, Weak.ALLOWED, false),
          row(Shape.STORE_BUFFERING, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.MESSAGE_PASSING, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.MESSAGE_PASSING, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.MESSAGE_PASSING, Mode.OPAQUE, Weak.ALLOWED, false),
          row(Shape.MESSAGE_PASSING, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.MESSAGE_PASSING, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.PLAIN_MESSAGE, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.PLAIN_MESSAGE, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.PLAIN_MESSAGE, Mode.OPAQUE, Weak.ALLOWED, true),
          row(Shape.PLAIN_MESSAGE, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.PLAIN_MESSAGE, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.INDEPENDENT_READS, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.INDEPENDENT_READS, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.INDEPENDENT_READS, Mode.OPAQUE, Weak.ALLOWED, false),
          row(Shape.INDEPENDENT_READS, Mode.ACQUIRE_RELEASE, Weak.ALLOWED, false),
          // What is said of fences is about the accesses of one thread: nothing forbids it.
          row(Shape.INDEPENDENT_READS, Mode.FENCES, Weak.ALLOWED, false),
          // JLS 17.4, example 17.4-1.
          row(Shape.LOAD_BUFFERING, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.LOAD_BUFFERING, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.LOAD_BUFFERING, Mode.OPAQUE, Weak.ALLOWED, false),
          row(Shape.LOAD_BUFFERING, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.LOAD_BUFFERING, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.COHERENCE, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.COHERENCE, Mode.VOLATILE, Weak.FORBIDDEN, false),
          // "Coherently ordered with respect to accesses to the same variable."
          row(Shape.COHERENCE, Mode.OPAQUE, Weak.FORBIDDEN, false),
          row(Shape.COHERENCE, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.COHERENCE, Mode.FENCES, Weak.FORBIDDEN, false),
          row(Shape.DOUBLE_CHECKED, Mode.PLAIN, Weak.ALLOWED, true),
          row(Shape.DOUBLE_CHECKED, Mode.VOLATILE, Weak.FORBIDDEN, false),
          row(Shape.DOUBLE_CHECKED, Mode.OPAQUE, Weak.ALLOWED, true),
          row(Shape.DOUBLE_CHECKED, Mode.ACQUIRE_RELEASE, Weak.FORBIDDEN, false),
          row(Shape.DOUBLE_CHECKED, Mode.FENCES, Weak.FORBIDDEN, false),
          // JLS 17.5: the race on the reference is there, and does no harm to what is final.
          row(Shape.DOUBLE_CHECKED_FINAL, Mode.PLAIN, Weak.FORBIDDEN, true));

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

  /** How the variables are accessed. */
  @SuppressWarnings("NullAway") // What VarHandle returns has no annotations.
  public enum Mode {
    PLAIN {
      @Override
      int read(Memory memory, int which) {
        return which == X ? memory.x : memory.y;
      }

      @Override
      void write(Memory memory, int which) {
        if (which == X) {
          memory.x = 1;
        } else {
          memory.y = 1;
        }
      }

      @Override
      @Nullable Box box(Memory memory) {
        return memory.box;
      }

      @Override
      void publish(Memory memory, Box box) {
        memory.box = box;
      }
    },
    VOLATILE {
      @Override
      int read(Memory memory, int which) {
        return which == X ? memory.volatileX : memory.volatileY;
      }

      @Override
      void write(Memory memory, int which) {
        if (which == X) {
          memory.volatileX = 1;
        } else {
          memory.volatileY = 1;
        }
      }

      @Override
      @Nullable Box box(Memory memory) {
        return memory.volatileBox;
      }

      @Override
      void publish(Memory memory, Box box) {
        memory.volatileBox = box;
      }
    },
    OPAQUE {
      @Override
      int read(Memory memory, int which) {
        return which == X ? (int) HANDLE_X.getOpaque(memory) : (int) HANDLE_Y.getOpaque(memory);
      }

      @Override
      void write(Memory memory, int which) {
        (which == X ? HANDLE_X : HANDLE_Y).setOpaque(memory, 1);
      }

      @Override
      @Nullable Box box(Memory memory) {
        return (Box) HANDLE_BOX.getOpaque(memory);
      }

      @Override
      void publish(Memory memory, Box box) {
        HANDLE_BOX.setOpaque(memory, box);
      }
    },
    ACQUIRE_RELEASE {
      @Override
      int read(Memory memory, int which) {
        return which == X ? (int) HANDLE_X.getAcquire(memory) : (int) HANDLE_Y.getAcquire(memory);
      }

      @Override
      void write(Memory memory, int which) {
        (which == X ? HANDLE_X : HANDLE_Y).setRelease(memory, 1);
      }

      @Override
      @Nullable Box box(Memory memory) {
        return (Box) HANDLE_BOX.getAcquire(memory);
      }

      @Override
      void publish(Memory memory, Box box) {
        HANDLE_BOX.setRelease(memory, box);
      }
    },
    /** Opaque, with a fence before and after each access. */
    FENCES {
      @Override
      int read(Memory memory, int which) {
        VarHandle.fullFence();
        int value = OPAQUE.read(memory, which);
        VarHandle.fullFence();
        return value;
      }

      @Override
      void write(Memory memory, int which) {
        VarHandle.fullFence();
        OPAQUE.write(memory, which);
        VarHandle.fullFence();
      }

      @Override
      @Nullable Box box(Memory memory) {
        VarHandle.fullFence();
        @Nullable Box box = OPAQUE.box(memory);
        VarHandle.fullFence();
        return box;
      }

      @Override
      void publish(Memory memory, Box box) {
        VarHandle.fullFence();
        OPAQUE.publish(memory, box);
        VarHandle.fullFence();
      }
    };

    abstract int read(Memory memory, int which);

    abstract void write(Memory memory, int which);

    abstract @Nullable Box box(Memory memory);

    abstract void publish(Memory memory, Box box);
  }

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

  /** What one thread of a program does. */
  public interface Part {
    void run(Mode mode, Memory memory);
  }

  /** A program: its threads, what they may have seen in some order of steps, and what not. */
  @SuppressWarnings("ImmutableEnumChecker") // Its collections are never changed.
  public enum Shape {
    /** Both write, then read what the other one writes: may both miss it? */
    STORE_BUFFERING(
        2,
        Set.of("01", "10", "11"),
        Set.of("00"),
        (mode, memory) -> {
          mode.write(memory, X);
          memory.seen[0] = mode.read(memory, Y);
        },
        (mode, memory) -> {
          mode.write(memory, Y);
          memory.seen[1] = mode.read(memory, X);
        }),
    /** One writes data and a flag, the other one reads the flag, then the data. */
    MESSAGE_PASSING(
        2,
        Set.of("00", "01", "11"),
        Set.of("10"),
        (mode, memory) -> {
          mode.write(memory, X);
          mode.write(memory, Y);
        },
        (mode, memory) -> {
          memory.seen[0] = mode.read(memory, Y);
          memory.seen[1] = mode.read(memory, X);
        }),
    /** The same, but the data is plain and is read only if the flag has been seen. */
    PLAIN_MESSAGE(
        2,
        Set.of("00", "11"),
        Set.of("10"),
        (mode, memory) -> {
          memory.x = 1;
          mode.write(memory, Y);
        },
        (mode, memory) -> {
          memory.seen[0] = mode.read(memory, Y);
          if (memory.seen[0] == 1) {
            memory.seen[1] = memory.x;
          }
        }),
    /** Two write, two others read both: may these disagree about who was first? */
    INDEPENDENT_READS(
        4,
        allBut("1010"),
        Set.of("1010"),
        (mode, memory) -> mode.write(memory, X),
        (mode, memory) -> mode.write(memory, Y),
        (mode, memory) -> {
          memory.seen[0] = mode.read(memory, X);
          memory.seen[1] = mode.read(memory, Y);
        },
        (mode, memory) -> {
          memory.seen[2] = mode.read(memory, Y);
          memory.seen[3] = mode.read(memory, X);
        }),
    /** Both read, then write what the other one reads: may both see what comes later? */
    LOAD_BUFFERING(
        2,
        Set.of("00", "01", "10"),
        Set.of("11"),
        (mode, memory) -> {
          memory.seen[0] = mode.read(memory, X);
          mode.write(memory, Y);
        },
        (mode, memory) -> {
          memory.seen[1] = mode.read(memory, Y);
          mode.write(memory, X);
        }),
    /** One writes, the other one reads twice: may the second value be the older one? */
    COHERENCE(
        2,
        Set.of("00", "01", "11"),
        Set.of("10"),
        (mode, memory) -> mode.write(memory, X),
        (mode, memory) -> {
          memory.seen[0] = mode.read(memory, X);
          memory.seen[1] = mode.read(memory, X);
        }),
    /** Both want an object that is made once: may its field still be empty? */
    DOUBLE_CHECKED(
        2,
        Set.of("11"),
        Set.of("00", "01", "10"),
        (mode, memory) -> memory.seen[0] = madeOnce(mode, memory).value,
        (mode, memory) -> memory.seen[1] = madeOnce(mode, memory).value),
    /** The same with an object whose field is final. */
    DOUBLE_CHECKED_FINAL(
        2,
        Set.of("11"),
        Set.of("00", "01", "10"),
        (mode, memory) -> memory.seen[0] = madeOnce(memory).value,
        (mode, memory) -> memory.seen[1] = madeOnce(memory).value);

    private final int reads;
    private final Set<String> strong;
    private final Set<String> weak;
    private final List<Part> parts;

    Shape(int reads, Set<String> strong, Set<String> weak, Part... parts) {
      this.reads = reads;
      this.strong = strong;
      this.weak = weak;
      this.parts = List.of(parts);
    }

    /** What its threads do. */
    public List<Part> parts() {
      return parts;
    }

    /** The outcomes that some order of steps explains. */
    public Set<String> strong() {
      return strong;
    }

    /** The outcomes that no order of steps explains. */
    public Set<String> weak() {
      return weak;
    }

    /** What was seen, digit by digit. */
    public String outcome(Memory memory) {
      StringBuilder outcome = new StringBuilder();
      for (int i = 0; i < reads; i++) {
        outcome.append(memory.seen[i]);
      }
      return outcome.toString();
    }
  }

  private static Set<String> allBut(String weak) {
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < 16; i++) {
      all.add("%4s".formatted(Integer.toBinaryString(i)).replace(' ', '0'));
    }
    all.remove(weak);
    return all;
  }

  private static Box madeOnce(Mode mode, Memory memory) {
    @Nullable Box box = mode.box(memory);
    if (box == null) {
      synchronized (memory) {
        box = mode.box(memory);
        if (box == null) {
          box = new Box();
          mode.publish(memory, box);
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

  /** Runs a program once. */
  static Object once(String shape, String mode) throws Throwable {
    Shape program = Shape.valueOf(shape);
    Mode access = Mode.valueOf(mode);
    Memory memory = new Memory();
    Together.run(
        program.parts().stream()
            .map(part -> (grader.testkit.Action) () -> part.run(access, memory))
            .toArray(grader.testkit.Action[]::new));
    return program.outcome(memory);
  }

  private WeakMemory() {}
}
