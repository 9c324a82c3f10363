package grader.linearize;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The model here is a semaphore with no free permit: release, and acquire, which may wait. */
class ProgramTest {

  private static final int DRAWN = 1_000;
  private static final int ORDERS = 50;

  @Test
  void drawnProgramsNeverGetStuck() {
    assertThat(drawn(semaphore()))
        .allSatisfy(program -> assertThat(endsInAnyOrder(program)).isTrue());
  }

  @Test
  void someOfThemWaitNevertheless() {
    assertThat(drawn(semaphore()))
        .anySatisfy(program -> assertThat(names(program.threads())).contains("acquire()"));
  }

  @Test
  void whatIsInterruptibleMayWaitForEverButNotBeforeTheThreadsBegin() {
    List<Program<Object, Integer>> programs = drawn(semaphore().interruptible());
    assertThat(programs).anySatisfy(program -> assertThat(program.getsStuck(0)).isTrue());
    assertThat(programs).noneSatisfy(program -> assertThat(program.getsStuckBefore(0)).isTrue());
    assertThat(programs).extracting(Program::interrupted).contains(-1, 0, 1);
  }

  @Test
  void onlyWhatIsInterruptibleIsInterrupted() {
    assertThat(drawn(semaphore())).extracting(Program::interrupted).containsOnly(-1);
  }

  @Test
  void twoOrThreeThreadsWithUpToThreeCalls() {
    assertThat(drawn(semaphore()))
        .allSatisfy(program -> {
          assertThat(program.before()).hasSizeBetween(0, 2);
          assertThat(program.threads()).hasSizeBetween(2, 3);
          assertThat(program.threads()).allSatisfy(calls -> assertThat(calls).hasSizeBetween(1, 3));
        });
  }

  @Test
  void noMoreThreadsThanTheSpecificationAllows() {
    assertThat(drawn(semaphore().threads(2)))
        .allSatisfy(program -> assertThat(program.threads()).hasSize(2));
    assertThat(drawn(semaphore().threads(1)))
        .allSatisfy(program -> assertThat(program.threads()).hasSize(1));
  }

  @Test
  void aProgramHasOneToThreeThreads() {
    assertThatThrownBy(() -> semaphore().threads(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> semaphore().threads(4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameSeedDrawsTheSameProgram() {
    Specification<Object, Integer> semaphore = semaphore();
    assertThat(Program.drawn(semaphore, new SplittableRandom(7)))
        .isEqualTo(Program.drawn(semaphore, new SplittableRandom(7)));
  }

  @Test
  void whatTheTrialSaysIsLeftOut() {
    AskedTrial trial = new AskedTrial(true, false, false, true, false, false);
    Program<Object, Integer> kept = program().keptBy(trial);
    assertThat(names(List.of(kept.before()))).containsExactly("release()");
    assertThat(kept.threads().stream().map(calls -> names(List.of(calls))))
        .containsExactly(List.of("acquire()"), List.of());
    assertThat(kept.interrupted()).isEqualTo(-1);
    assertThat(trial.wasAskedForAll()).isTrue();
  }

  @Test
  void whatIsKeptInAllItsPartsIsTheSame() {
    AskedTrial trial = new AskedTrial(true, true, true, true, true, true);
    assertThat(program().keptBy(trial)).isEqualTo(program());
  }

  private static final Operation<Object, Integer> RELEASE =
      new Operation.Atomic<>("release()", object -> new Result.Done(), free -> done(free + 1));
  private static final Operation<Object, Integer> ACQUIRE =
      new Operation.Atomic<>("acquire()", object -> new Result.Done(), free -> waits());

  /** Two calls before, two and one by the threads, and the first is interrupted. */
  private static Program<Object, Integer> program() {
    return new Program<>(
        List.of(RELEASE, ACQUIRE), List.of(List.of(RELEASE, ACQUIRE), List.of(RELEASE)), 0);
  }

  private static Specification<Object, Integer> semaphore() {
    return Specification.of(Object::new, 0)
        .command("release()", object -> {}, free -> done(free + 1))
        .command("acquire()", object -> {}, free -> free > 0 ? done(free - 1) : waits());
  }

  private static List<Program<Object, Integer>> drawn(
      Specification<Object, Integer> specification) {
    return IntStream.range(0, DRAWN)
        .mapToObj(seed -> Program.drawn(specification, new SplittableRandom(seed)))
        .toList();
  }

  private static List<String> names(List<List<Operation<Object, Integer>>> calls) {
    return calls.stream().flatMap(List::stream).map(Operation::name).toList();
  }

  /** By trying some: a thread is chosen at random as long as one of them can go on. */
  private static boolean endsInAnyOrder(Program<Object, Integer> program) {
    return IntStream.range(0, ORDERS).allMatch(seed -> ends(program, seed));
  }

  private static boolean ends(Program<Object, Integer> program, int seed) {
    int free = 0;
    for (Operation<Object, Integer> call : program.before()) {
      free += change(call);
      if (free < 0) {
        return false;
      }
    }
    return ends(program, free, new SplittableRandom(seed));
  }

  private static boolean ends(
      Program<Object, Integer> program, int first, SplittableRandom random) {
    int free = first;
    int[] done = new int[program.threads().size()];
    while (true) {
      int now = free;
      List<Integer> left =
          IntStream.range(0, done.length)
              .filter(thread -> done[thread] < program.threads().get(thread).size())
              .boxed()
              .toList();
      List<Integer> able =
          left.stream()
              .filter(thread -> now + change(program.threads().get(thread).get(done[thread])) >= 0)
              .toList();
      if (able.isEmpty()) {
        return left.isEmpty();
      }
      int thread = able.get(random.nextInt(able.size()));
      free += change(program.threads().get(thread).get(done[thread]++));
    }
  }

  private static int change(Operation<Object, Integer> call) {
    return call.name().equals("release()") ? 1 : -1;
  }
}
