package grader.stress;

import static org.assertj.core.api.Assertions.assertThat;

import grader.explore.WeakMemory;
import grader.explore.WeakMemory.Row;
import grader.explore.WeakMemory.Weak;
import grader.explore.WeakPrograms;
import grader.explore.WeakPrograms.Access;
import grader.explore.WeakPrograms.Memory;
import grader.explore.WeakPrograms.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
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
  private static final int MOST_LOOKS = 300;

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

  /**
   * Each thread goes through all trials, abreast of the others, so that in many of them they meet.
   */
  private static void runAll(Row row, List<Memory> memories) throws InterruptedException {
    List<Part> parts = WeakPrograms.parts(row.shape());
    Access access = WeakPrograms.by(row.mode());
    AtomicIntegerArray done = new AtomicIntegerArray(parts.size());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int me = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int trial = 0; trial < memories.size(); trial++) {
                  done.set(me, trial);
                  awaitOthers(done, trial);
                  parts.get(me).run(access, memories.get(trial));
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Not for long: on a busy machine they may not run at all. */
  private static void awaitOthers(AtomicIntegerArray done, int trial) {
    int looks = 0;
    for (int other = 0; other < done.length() && looks < MOST_LOOKS; other++) {
      while (done.get(other) < trial && looks < MOST_LOOKS) {
        looks++;
        Thread.onSpinWait();
      }
    }
  }
}
