package grader.stress;

import static org.assertj.core.api.Assertions.assertThat;

import grader.explore.WeakMemory;
import grader.explore.WeakMemory.Row;
import grader.explore.WeakMemory.Weak;
import grader.explore.WeakPrograms;
import grader.explore.WeakPrograms.Access;
import grader.explore.WeakPrograms.Memory;
import grader.explore.WeakPrograms.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The programs of {@link WeakPrograms} on real threads, many times each: an outcome that the memory
 * model forbids is never seen.
 *
 * <p>One forbidden outcome would show that the table is wrong, or this machine and its JVM. That
 * none comes shows little: it says nothing of other machines, and most weak outcomes that are
 * allowed do not come here either. So nothing is said about those: whether they are seen is luck.
 */
class WeakMemoryTest {

  private static final int TRIALS = 20_000;
  private static final int TRIALS_IN_A_ROW = 1_000;

  @TestFactory
  Stream<DynamicTest> whatIsForbiddenIsNeverSeen() {
    return WeakMemory.ROWS.stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.toString(), () -> assertThat(possible(row)).containsAll(seen(row))));
  }

  private static Set<String> possible(Row row) {
    Set<String> possible = new HashSet<>(row.shape().strong());
    if (row.weak() == Weak.ALLOWED) {
      possible.addAll(row.shape().weak());
    }
    return possible;
  }

  private static Set<String> seen(Row row) throws InterruptedException {
    Set<String> seen = new HashSet<>();
    for (int done = 0; done < TRIALS; done += TRIALS_IN_A_ROW) {
      List<Memory> memories = Stream.generate(Memory::new).limit(TRIALS_IN_A_ROW).toList();
      runAll(row, memories);
      memories.forEach(memory -> seen.add(WeakPrograms.outcome(row.shape(), memory)));
    }
    return seen;
  }

  /** Each thread goes through all trials, so that in many of them they meet. */
  private static void runAll(Row row, List<Memory> memories) throws InterruptedException {
    List<Part> parts = WeakPrograms.parts(row.shape());
    Access access = WeakPrograms.by(row.mode());
    CyclicBarrier start = new CyclicBarrier(parts.size());
    List<Thread> threads =
        parts.stream()
            .map(part -> Thread.ofPlatform().start(() -> run(part, access, memories, start)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void run(Part part, Access access, List<Memory> memories, CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException impossible) {
      throw new IllegalStateException(impossible);
    }
    for (Memory memory : memories) {
      part.run(access, memory);
    }
  }
}
