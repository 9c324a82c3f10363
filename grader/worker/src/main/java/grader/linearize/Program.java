package grader.linearize;

import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Who calls what.
 *
 * @param before calls before the threads begin
 * @param threads the calls of each thread
 * @param interrupted the number of the thread that is interrupted, or -1
 */
record Program<T, S>(
    List<Operation<T, S>> before, List<List<Operation<T, S>>> threads, int interrupted) {

  private static final int NOBODY = -1;
  private static final int MOST_BEFORE = 2;
  private static final int MOST_A_THREAD = 3;
  private static final int MOST_DRAWN = 50;

  /** Some program that does not get stuck. */
  static <T, S> Program<T, S> drawn(Specification<T, S> specification, RandomGenerator random) {
    Program<T, S> program = any(specification, random);
    for (int i = 1; i < MOST_DRAWN && specification.getsStuck(program); i++) {
      program = any(specification, random);
    }
    return program;
  }

  private static <T, S> Program<T, S> any(
      Specification<T, S> specification, RandomGenerator random) {
    List<Operation<T, S>> all = specification.operations();
    List<Operation<T, S>> before = some(all, random.nextInt(MOST_BEFORE + 1), random);
    List<List<Operation<T, S>>> threads = new ArrayList<>();
    int count = Math.min(random.nextInt(3) == 0 ? 3 : 2, specification.mostThreads());
    for (int i = 0; i < count; i++) {
      threads.add(some(all, 1 + random.nextInt(MOST_A_THREAD), random));
    }
    boolean interrupts = specification.isInterruptible() && random.nextInt(3) == 0;
    return new Program<>(before, threads, interrupts ? random.nextInt(count) : NOBODY);
  }

  private static <X> List<X> some(List<X> all, int count, RandomGenerator random) {
    List<X> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(all.get(random.nextInt(all.size())));
    }
    return chosen;
  }

  /** What the trial keeps of it. */
  Program<T, S> keptBy(Trial trial) {
    List<Operation<T, S>> first = kept(before, trial);
    List<List<Operation<T, S>>> rest = threads.stream().map(calls -> kept(calls, trial)).toList();
    boolean interrupts = interrupted != NOBODY && trial.part();
    return new Program<>(first, rest, interrupts ? interrupted : NOBODY);
  }

  private static <X> List<X> kept(List<X> all, Trial trial) {
    return all.stream().filter(one -> trial.part()).toList();
  }

  /** Whether somebody may wait for ever, before the threads begin. */
  boolean getsStuckBefore(S first) {
    return states(first).isEmpty();
  }

  /** The states in which the threads may begin; none if they may never begin. */
  private List<S> states(S first) {
    List<S> states = List.of(first);
    for (Operation<T, S> operation : before) {
      List<S> next = new ArrayList<>();
      for (S state : states) {
        List<Effect.Way<S>> ways = ways(operation, state);
        if (ways.isEmpty()) {
          return List.of();
        }
        ways.forEach(way -> next.add(way.next()));
      }
      states = next;
    }
    return states;
  }

  /** Whether somebody may wait for ever, before the threads begin or later. */
  boolean getsStuck(S first) {
    List<S> states = states(first);
    Set<Place<S>> known = new HashSet<>();
    return states.isEmpty()
        || states.stream().anyMatch(state -> getsStuck(new Place<>(0, state), known));
  }

  private boolean getsStuck(Place<S> place, Set<Place<S>> known) {
    if (!known.add(place)) {
      return false;
    }
    boolean over = true;
    boolean moves = false;
    for (int i = 0; i < threads.size(); i++) {
      int done = place.done(i);
      if (done < threads.get(i).size()) {
        over = false;
        List<Effect.Way<S>> ways = ways(threads.get(i).get(done), place.state());
        moves |= !ways.isEmpty();
        for (Effect.Way<S> way : ways) {
          if (getsStuck(place.after(i, way.next()), known)) {
            return true;
          }
        }
      }
    }
    return !over && !moves;
  }

  private static <T, S> List<Effect.Way<S>> ways(Operation<T, S> operation, S state) {
    return operation instanceof Operation.Atomic<T, S> atomic
        ? atomic.effect().apply(state).ways()
        : List.of(new Effect.Way<>(new Result.Done(), state));
  }

  /**
   * Where the threads are, and the state they have led to.
   *
   * @param done how many calls each thread has done, some bits a thread
   */
  private record Place<S>(int done, S state) {

    private static final int BITS = 4;

    int done(int thread) {
      return done >>> (BITS * thread) & ((1 << BITS) - 1);
    }

    Place<S> after(int thread, S next) {
      return new Place<>(done + (1 << (BITS * thread)), next);
    }
  }
}
