package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.instrument.ControlPoints;
import grader.instrument.JdkControl;
import grader.instrument.Remembering;
import grader.instrument.Sites;
import grader.protocol.Event;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.testkit.Bodies;
import grader.trial.Failures;
import grader.worker.TestAgent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** The programs that are nested in a test class, rewritten, and run under control. */
final class Explored {

  private static final JdkControl JDK = JdkControl.install(TestAgent.instrumentation());
  private static final long SEED = 20_260_101;

  private final Class<?> programs;
  private final Sites sites = new Sites();
  private final Map<String, byte[]> original;
  private final Map<String, byte[]> rewritten;
  private final boolean remembering;
  private final ClassLoader first;
  private final Scheduler scheduler;
  private boolean watching;
  private Optional<Outcome> failure = Optional.empty();
  private int parts;

  /** What came of one trial: an outcome in words, and the choices that led there. */
  record Seen(String outcome, Schedule schedule, int steps) {}

  /**
   * All programs are methods of this class, without parameters or with the trial; or with words,
   * which then follow the name of the method.
   */
  Explored(Class<?> programs) {
    this.programs = programs;
    this.original = withNested(programs);
    this.rewritten = new ControlPoints(original, sites).insert(original);
    this.remembering = Remembering.isAny(original.values());
    this.first = new Own(rewritten);
    this.scheduler = new Scheduler(sites);
    WarmUp.once();
    if (!remembering) {
      rewritten.keySet().stream().sorted().forEach(this::initialise);
    }
  }

  /** In each of these programs a data race is found. */
  static Stream<DynamicTest> racing(Class<?> type, int schedules) {
    Explored explored = new Explored(type);
    return programs(type)
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () ->
                    // Some schedules order by accident what nothing orders by right.
                    assertThat(explored.races(name, schedules))
                        .anyMatch(seen -> seen.contains("nothing orders the two"))));
  }

  /** In none of these. */
  static Stream<DynamicTest> ordered(Class<?> type, int schedules) {
    Explored explored = new Explored(type);
    return programs(type)
        .map(name ->
            DynamicTest.dynamicTest(
                name, () -> assertThat(explored.races(name, schedules)).containsExactly("done")));
  }

  /** The names of all programs of this class that need nothing. */
  static Stream<String> programs(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getReturnType() == Object.class && method.getParameterCount() == 0)
        .sorted(Comparator.comparing(Method::getName))
        .map(Method::getName);
  }

  private void initialise(String name) {
    try {
      Class<?> ignored = Class.forName(name, true, first);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Every outcome under all policies, with how often it came. */
  Map<String, Integer> outcomes(String program, int schedulesAPolicy) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int bound = 0; bound <= 2; bound++) {
      exhaustive(program, bound, schedulesAPolicy)
          .forEach(seen -> counts.merge(seen.outcome(), 1, Integer::sum));
    }
    for (Policy policy : policies()) {
      for (int i = 0; i < schedulesAPolicy; i++) {
        counts.merge(run(program, SEED + i, policy, Trace.NONE).outcome(), 1, Integer::sum);
      }
    }
    return counts;
  }

  List<Policy> policies() {
    return List.of(new RandomWalk(), new Pct(3), new Pos(sites::at), new Pct(6));
  }

  /** All schedules with at most so many preemptions, or the first of them. */
  List<Seen> exhaustive(String program, int bound, int most) {
    Exhaustive policy = new Exhaustive(bound);
    List<Seen> all = new ArrayList<>();
    do {
      all.add(run(program, SEED, policy, Trace.NONE));
    } while (all.size() < most && policy.advance());
    return all;
  }

  Seen run(String program, long seed, Policy policy, Trace trace) {
    Body body = new Body(program, seed);
    Optional<Outcome> end = scheduler.run(Parts.chance(seed), policy, trace, watching, body);
    JDK.requireWhole();
    failure = end.or(() -> Optional.ofNullable(body.thrown).map(Failures::describe));
    parts = body.kept.count();
    String outcome =
        scheduler
            .escape()
            .map(why -> "Escaped")
            .or(() -> end.map(what -> what.getClass().getSimpleName()))
            .orElseGet(body::outcome);
    return new Seen(outcome, scheduler.choices().schedule(), scheduler.steps());
  }

  /** What the engine reports of a program that takes a trial. */
  List<Event> search(String program, int trials) {
    List<Event> events = new ArrayList<>();
    ExploreEngine engine =
        new ExploreEngine(
            SEED, sites, body -> body, events::add, new ThreadGroup("watchers"), () -> {});
    engine.plan(trials);
    engine.run(Bodies.of(method(program, first)));
    JDK.requireWhole();
    return List.copyOf(events);
  }

  /** The data races of a program, under some schedules of each policy. */
  Set<String> races(String program, int schedulesAPolicy) {
    return races(program, schedulesAPolicy, Outcome.Failed::message);
  }

  /** What its data races are called, under some schedules of each policy. */
  Set<String> namesOfRaces(String program, int schedulesAPolicy) {
    return races(program, schedulesAPolicy, Outcome.Failed::bug);
  }

  private Set<String> races(
      String program, int schedulesAPolicy, Function<Outcome.Failed, String> what) {
    Set<String> races = new TreeSet<>();
    watching = true;
    for (Policy policy : policies()) {
      for (int i = 0; i < schedulesAPolicy; i++) {
        String outcome = run(program, SEED + i, policy, Trace.NONE).outcome();
        races.add(scheduler.race().map(Outcome.Failed.class::cast).map(what).orElse(outcome));
      }
    }
    watching = false;
    return races;
  }

  /** The moves of the first data race, with no preemption. */
  List<Move> movesOfRace(String program) {
    Recording recording = new Recording(sites);
    watching = true;
    Seen ignored = run(program, SEED, new Exhaustive(0), recording);
    watching = false;
    return recording.movesOfRace();
  }

  /** Whether data races are looked for from now on. */
  void watch(boolean races) {
    watching = races;
  }

  /** The data race of the last trial. */
  Optional<Outcome> race() {
    return scheduler.race();
  }

  /** What the last trial failed with. */
  Optional<Outcome> failure() {
    return failure;
  }

  /** How many parts of the last trial can be left out. */
  int parts() {
    return parts;
  }

  /** Why the last trial says nothing. */
  Optional<String> escape() {
    return scheduler.escape();
  }

  Choices choices() {
    return scheduler.choices();
  }

  Sites sites() {
    return sites;
  }

  /** The same program, not rewritten, on threads of the JVM. */
  @SuppressWarnings("CatchThrowable") // Whatever a program throws is its outcome.
  String plainly(String program) {
    try {
      return called(method(program, new Own(original)));
    } catch (Throwable thrown) {
      return thrown.getClass().getSimpleName();
    }
  }

  private Method method(String program, ClassLoader loader) {
    try {
      return Arrays.stream(Class.forName(programs.getName(), false, loader).getDeclaredMethods())
          .filter(method -> method.getName().equals(program))
          .findFirst()
          .orElseThrow();
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** What it returns, in words. */
  private static String called(Method method, Object... arguments) throws Throwable {
    try {
      method.setAccessible(true);
      return String.valueOf(method.invoke(null, arguments));
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
    }
  }

  /** A program on the directing thread of a trial. */
  private final class Body implements Runnable {
    private final Method method;
    private final List<String> words;
    private final long seed;
    private final Parts kept;
    private @Nullable String outcome;
    private @Nullable Throwable thrown;

    Body(String program, long seed) {
      List<String> all = List.of(program.split(" "));
      this.method = Explored.this.method(all.getFirst(), remembering ? new Own(rewritten) : first);
      this.words = all.subList(1, all.size());
      this.seed = Parts.chance(seed);
      this.kept = new Parts(seed);
    }

    @Override
    @SuppressWarnings("CatchThrowable") // Whatever a program throws is its outcome.
    public void run() {
      Object[] trial = {new ExploreTrial(seed, kept, new ThreadGroup("trials"), scheduler)};
      Object[] arguments = words.isEmpty() ? trial : words.toArray();
      try {
        outcome = called(method, Arrays.copyOf(arguments, method.getParameterCount()));
      } catch (Scheduler.Abandoned over) {
        throw over;
      } catch (Throwable failed) {
        thrown = failed;
        outcome = failed.getClass().getSimpleName();
      }
    }

    String outcome() {
      return String.valueOf(outcome);
    }
  }

  private static Map<String, byte[]> withNested(Class<?> top) {
    Map<String, byte[]> classes = new HashMap<>();
    Deque<Class<?>> left = new ArrayDeque<>(Set.of(top.getNestHost()));
    Set<String> hosts = new TreeSet<>();
    while (!left.isEmpty()) {
      Class<?> next = left.remove();
      if (hosts.add(next.getName())) {
        classes.put(next.getName(), bytes(next));
        left.addAll(Arrays.asList(next.getNestMembers()));
      }
    }
    return classes;
  }

  private static byte[] bytes(Class<?> type) {
    String file = type.getName().replaceFirst(".*[.]", "") + ".class";
    try (InputStream stream = type.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Defines these classes itself, although its parent has them, too. */
  private static final class Own extends ClassLoader {
    private final Map<String, byte[]> classes;

    Own(Map<String, byte[]> classes) {
      super("programs", Explored.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte @Nullable [] bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      synchronized (this) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
