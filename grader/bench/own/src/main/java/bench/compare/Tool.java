package bench.compare;

import grader.Profile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tool, and how it is started; each program gets a JVM of its own. */
enum Tool {
  EXPLORE("explore") {
    @Override
    boolean isPresent(Layout layout) {
      return Files.exists(layout.worker());
    }

    @Override
    List<String> java(Layout layout) throws IOException {
      List<String> command = new ArrayList<>(List.of(javaOf(Path.of(home()))));
      command.addAll(Profile.explore().options());
      command.addAll(
          List.of(
              "-Xmx512m",
              "-Xss1m",
              "-Xbootclasspath/a:" + layout.boot(),
              "-javaagent:" + layout.worker(),
              "-Xlog:disable",
              "-Xlog:all=off",
              "-cp",
              path(
                  layout.worker().toString(),
                  Layout.jars(layout.workerLibraries()),
                  layout.classes("own").toString()),
              "grader.worker.ExploreBench"));
      return command;
    }

    @Override
    List<String> speed(Layout layout, String program, Settings settings) {
      return List.of(
          "speed",
          classes(layout),
          program,
          "" + settings.warmSeconds(),
          "" + settings.seconds(),
          "" + SCHEDULES_OF_A_PLAN);
    }

    @Override
    List<String> search(
        Layout layout, String program, int run, boolean correct, Settings settings) {
      return List.of(
          "search", classes(layout), program, "" + run, "" + schedules(program, correct, settings));
    }

    private static int schedules(String program, boolean correct, Settings settings) {
      if (isOfHistories(program)) {
        return Settings.HISTORIES;
      }
      return correct ? settings.schedules() : Settings.WITHIN;
    }

    private static String classes(Layout layout) {
      return path(
          layout.classes("programs").toString(), layout.classes("specifications").toString());
    }
  },

  LINCHECK("Lincheck") {
    @Override
    boolean isPresent(Layout layout) {
      return Files.isDirectory(layout.libraries("lincheck"));
    }

    @Override
    List<String> java(Layout layout) throws IOException {
      return lincheck(layout, Path.of(home()), "-XX:+EnableDynamicAgentLoading");
    }
  },

  LINCHECK_17("Lincheck, JDK 17") {
    @Override
    boolean isPresent(Layout layout) {
      return LINCHECK.isPresent(layout) && System.getenv("JAVA17_HOME") != null;
    }

    @Override
    List<String> java(Layout layout) throws IOException {
      return lincheck(layout, Path.of(System.getenv("JAVA17_HOME")), "-Xshare:auto");
    }
  },

  REPETITION("repetition") {
    @Override
    boolean isPresent(Layout layout) {
      return true;
    }

    @Override
    boolean fits(Layout layout, String program) {
      return !isOfHistories(program);
    }

    @Override
    List<String> java(Layout layout) {
      return List.of(
          javaOf(Path.of(home())),
          "-Dbench.together=true",
          "-cp",
          layout.classes("programs").toString(),
          "bench.repetition.Repetition");
    }

    @Override
    List<String> search(
        Layout layout, String program, int run, boolean correct, Settings settings) {
      return List.of("search", program, "" + settings.cap());
    }
  },

  JCSTRESS("jcstress") {
    @Override
    boolean isPresent(Layout layout) {
      return Files.isDirectory(layout.libraries("jcstress"));
    }

    /** It has tests of its own form; they bear the names of the programs that they stand for. */
    @Override
    boolean fits(Layout layout, String program) {
      String test = "bench/jcstress/" + simple(program) + ".class";
      return Files.exists(layout.classes("jcstress").resolve(test));
    }

    /** Its actors must run at the same time. */
    @Override
    boolean needsAllProcessors() {
      return true;
    }

    @Override
    List<String> java(Layout layout) throws IOException {
      return List.of(
          javaOf(Path.of(home())),
          "-cp",
          path(layout.classes("jcstress").toString(), Layout.jars(layout.libraries("jcstress"))),
          "bench.jcstress.Runner");
    }

    @Override
    List<String> search(
        Layout layout, String program, int run, boolean correct, Settings settings) {
      return List.of("search", simple(program));
    }
  };

  // As many as a thorough check would run: half of them systematic, half by chance.
  private static final int SCHEDULES_OF_A_PLAN = 50_000;

  private final String title;

  Tool(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether it was built, and what it needs is there. */
  abstract boolean isPresent(Layout layout);

  /** Whether it can run this program. */
  boolean fits(Layout layout, String program) {
    return true;
  }

  boolean needsAllProcessors() {
    return false;
  }

  abstract List<String> java(Layout layout) throws IOException;

  List<String> speed(Layout layout, String program, Settings settings) {
    return List.of("speed", program, "" + settings.warmSeconds(), "" + settings.seconds());
  }

  List<String> search(Layout layout, String program, int run, boolean correct, Settings settings) {
    return List.of("search", program, "" + settings.invocations());
  }

  /** With the options that its documentation asks for. */
  private static List<String> lincheck(Layout layout, Path home, String more) throws IOException {
    return List.of(
        javaOf(home),
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
        "--add-exports=java.base/jdk.internal.util=ALL-UNNAMED",
        "--add-exports=java.base/sun.security.action=ALL-UNNAMED",
        more,
        "-cp",
        path(
            layout.classes("programs").toString(),
            layout.classes("lincheck").toString(),
            Layout.jars(layout.libraries("lincheck"))),
        "bench.lincheck.Runner");
  }

  /** Such a structure is no program: the tool makes programs of it. */
  private static boolean isOfHistories(String program) {
    return program.startsWith("bench.histories.");
  }

  private static String simple(String program) {
    return program.substring(program.lastIndexOf('.') + 1);
  }

  private static String home() {
    return System.getProperty("java.home");
  }

  private static String javaOf(Path home) {
    return home.resolve("bin/java").toString();
  }

  private static String path(String... parts) {
    return String.join(File.pathSeparator, parts);
  }
}
