package grader.worker;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import grader.instrument.JdkControl;
import grader.protocol.Engine;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Outcome;
import grader.protocol.PlannedTest;
import grader.testkit.ConcurrentTest;
import grader.testkit.Trial;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs a program under {@code explore} as the worker runs a test.
 *
 * <p>{@code speed FOLDERS PROGRAM WARM-SECONDS SECONDS SCHEDULES} or {@code search FOLDERS PROGRAM
 * SEED SCHEDULES}; prints one line that the comparison reads.
 */
public final class ExploreBench {

  private static final String TEST = "bench.ProgramTest";
  private static final String HISTORIES = "bench.specifications.Histories";
  private static final int REPETITIONS = 100_000;

  private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
  private final List<Path> folders;
  private final Map<String, byte[]> program = new HashMap<>();
  private final Map<String, byte[]> test;
  private final String testClass;
  private final String method;
  private boolean found;

  private ExploreBench(String folders, String name) throws IOException {
    this.folders = Stream.of(folders.split(File.pathSeparator)).map(Path::of).toList();
    if (name.startsWith("bench.histories.")) {
      String simple = simple(name);
      this.testClass = HISTORIES;
      this.method = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
      this.test = read(HISTORIES);
      program.putAll(read(name));
    } else {
      this.testClass = TEST;
      this.method = "run";
      this.test = Map.of(TEST, test(name));
      for (String part : List.of("bench.Program", "bench.Parallel", "bench.Check", name)) {
        program.putAll(read(part));
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    ExploreBench bench = new ExploreBench(arguments[1], arguments[2]);
    if (arguments[0].equals("speed")) {
      bench.speed(
          Double.parseDouble(arguments[3]),
          Double.parseDouble(arguments[4]),
          Integer.parseInt(arguments[5]));
    } else {
      bench.search(Long.parseLong(arguments[3]), Integer.parseInt(arguments[4]));
    }
    Runtime.getRuntime().halt(0);
  }

  /** A class and those nested in it. */
  private Map<String, byte[]> read(String name) throws IOException {
    String file = name.replace('.', '/') + ".class";
    Path folder =
        folders.stream().filter(one -> Files.exists(one.resolve(file))).findFirst().orElseThrow();
    String simple = simple(name);
    Map<String, byte[]> read = new HashMap<>();
    try (Stream<Path> all = Files.list(folder.resolve(file).getParent())) {
      for (Path one : all.toList()) {
        String other = one.getFileName().toString().replace(".class", "");
        if (other.equals(simple) || other.startsWith(simple + "$")) {
          read.put(name.replace(simple, other), Files.readAllBytes(one));
        }
      }
    }
    return read;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A test class whose one method makes the program and runs it. */
  private static byte[] test(String program) {
    ClassDesc type = ClassDesc.of(program);
    return ClassFile.of()
        .build(
            ClassDesc.of(TEST),
            builder ->
                builder
                    .withMethodBody(
                        INIT_NAME,
                        MTD_void,
                        0,
                        code ->
                            code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_())
                    .withMethod(
                        "run",
                        MethodTypeDesc.of(CD_void, Trial.class.describeConstable().orElseThrow()),
                        0,
                        method ->
                            method
                                .with(
                                    RuntimeVisibleAnnotationsAttribute.of(
                                        Annotation.of(
                                            ConcurrentTest.class
                                                .describeConstable()
                                                .orElseThrow())))
                                .withCode(code ->
                                    code.new_(type)
                                        .dup()
                                        .invokespecial(type, INIT_NAME, MTD_void)
                                        .invokevirtual(type, "run", MTD_void)
                                        .return_())));
  }

  private Job job(long seed, int schedules, int repetitions) {
    return new Job(
        Engine.EXPLORE,
        seed,
        true,
        true,
        Collections.nCopies(repetitions, new PlannedTest(testClass, method, schedules)),
        Optional.empty(),
        program,
        test);
  }

  private void search(long seed, int schedules) {
    run(job(seed, schedules, 1), this::report);
  }

  private static void run(Job job, Consumer<Event> events) {
    new Worker(
            job,
            new JUnit(),
            Agent.instrumentation().map(JdkControl::install),
            events,
            Printed.replacingStandardStreams(),
            () -> Runtime.getRuntime().halt(0))
        .run();
  }

  private void report(Event event) {
    switch (event) {
      case Event.NotPassed not -> found(not.trial(), not.outcome());
      case Event.Racing race -> found(race.trial(), race.outcome());
      case Event.Escaped escaped -> say("ESCAPED 0", escaped.why());
      case Event.TestEnded end when !found -> say("NOTHING " + end.trials(), "");
      default -> {}
    }
  }

  /** A data race may come first, and then a failure. */
  private void found(int trial, Outcome outcome) {
    if (!found) {
      found = true;
      say("FOUND " + (trial + 1), text(outcome));
    }
  }

  private void say(String what, String more) {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    out.println(what + " " + (System.currentTimeMillis() - start) + " " + more);
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.type() + ": " + failed.message();
      case Outcome.Stuck stuck -> "stuck: " + stuck.why();
      case Outcome.Late ignored -> "late";
      case Outcome.Died died -> "died: " + died.cause();
    };
  }

  /** One plan after another until the time is over, as many schedules each as a check would run. */
  private void speed(double warmSeconds, double seconds, int schedules) {
    Stopwatch watch = new Stopwatch(warmSeconds, seconds);
    run(job(1, schedules, REPETITIONS), watch::accept);
  }

  /** Counts the schedules between two moments. */
  private final class Stopwatch {
    private final long start = System.nanoTime();
    private final double warm;
    private final double seconds;
    private int ended;
    private int atWarm = -1;
    private long warmed;

    Stopwatch(double warm, double seconds) {
      this.warm = warm;
      this.seconds = seconds;
    }

    void accept(Event event) {
      switch (event) {
        case Event.Passed passed -> look(ended + passed.trials());
        case Event.TestEnded end -> ended += end.trials();
        case Event.NotPassed not -> throw new IllegalStateException(text(not.outcome()));
        case Event.Escaped escaped -> throw new IllegalStateException(escaped.why());
        default -> {}
      }
    }

    private void look(int schedules) {
      long now = System.nanoTime();
      if (atWarm < 0 && now - start > warm * 1e9) {
        atWarm = schedules;
        warmed = now;
      } else if (atWarm >= 0 && now - warmed > seconds * 1e9) {
        out.println("RATE " + (schedules - atWarm) * 1e9 / (now - warmed));
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
