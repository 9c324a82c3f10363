package bench.lincheck;

import java.util.ArrayDeque;
import java.util.Objects;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of each structure, and what they do one at a time. */
public final class Histories {

  private Histories() {}

  @Param(name = "value", gen = IntGen.class, conf = "1:2")
  public static final class MichaelScottQueue {
    private final bench.histories.right.MichaelScottQueue queue =
        new bench.histories.right.MichaelScottQueue();

    @Operation
    public void add(@Param(name = "value") int value) {
      queue.offer(value);
    }

    @Operation
    public Integer remove() {
      return queue.poll();
    }
  }

  @Param(name = "value", gen = IntGen.class, conf = "1:2")
  public static final class QueueWithoutSwap {
    private final bench.histories.wrong.QueueWithoutSwap queue =
        new bench.histories.wrong.QueueWithoutSwap();

    @Operation
    public void add(@Param(name = "value") int value) {
      queue.offer(value);
    }

    @Operation
    public Integer remove() {
      return queue.poll();
    }
  }

  @Param(name = "value", gen = IntGen.class, conf = "1:2")
  public static final class TreiberStack {
    private final bench.histories.right.TreiberStack stack =
        new bench.histories.right.TreiberStack();

    @Operation
    public void add(@Param(name = "value") int value) {
      stack.push(value);
    }

    @Operation
    public Integer remove() {
      return stack.pop();
    }
  }

  @Param(name = "value", gen = IntGen.class, conf = "1:2")
  public static final class StackWithReusedNodes {
    private final bench.histories.wrong.StackWithReusedNodes stack =
        new bench.histories.wrong.StackWithReusedNodes();

    @Operation
    public void add(@Param(name = "value") int value) {
      stack.push(value);
    }

    @Operation
    public Integer remove() {
      return stack.pop();
    }
  }

  public static final class MonitorSemaphore {
    private final bench.histories.right.MonitorSemaphore semaphore =
        new bench.histories.right.MonitorSemaphore();

    @Operation
    public boolean tryAcquire() {
      return semaphore.tryAcquire();
    }

    @Operation
    public void release() {
      semaphore.release();
    }

    @Operation
    public int available() {
      return semaphore.available();
    }
  }

  public static final class SemaphoreWithLateLock {
    private final bench.histories.wrong.SemaphoreWithLateLock semaphore =
        new bench.histories.wrong.SemaphoreWithLateLock();

    @Operation
    public boolean tryAcquire() {
      return semaphore.tryAcquire();
    }

    @Operation
    public void release() {
      semaphore.release();
    }

    @Operation
    public int available() {
      return semaphore.available();
    }
  }

  /** Equal when their elements are: Lincheck then knows a state again. */
  abstract static class Sequence {
    final ArrayDeque<Integer> values = new ArrayDeque<>();

    public Integer remove() {
      return values.pollFirst();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sequence that
          && Objects.equals(values.toString(), that.values.toString());
    }

    @Override
    public int hashCode() {
      return values.toString().hashCode();
    }
  }

  public static final class Queue extends Sequence {
    public void add(int value) {
      values.addLast(value);
    }
  }

  public static final class Stack extends Sequence {
    public void add(int value) {
      values.addFirst(value);
    }
  }

  public static final class Semaphore {
    private int free = 1;

    public boolean tryAcquire() {
      boolean some = free > 0;
      if (some) {
        free--;
      }
      return some;
    }

    public void release() {
      free++;
    }

    public int available() {
      return free;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Semaphore that && free == that.free;
    }

    @Override
    public int hashCode() {
      return free;
    }
  }

  /** What the structure of this name is when only one thread uses it. */
  static Class<?> sequential(String name) {
    if (name.contains("Queue")) {
      return Queue.class;
    }
    return name.contains("Stack") ? Stack.class : Semaphore.class;
  }
}
