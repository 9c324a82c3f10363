package grader.cli;

import grader.cli.DoctorCommand.Symptom;
import grader.cli.DoctorCommand.Symptom.Mark;
import grader.run.Installation;
import grader.run.StartUpCaches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Looks at everything that grading needs. */
final class Examination {

  private static final int OLDEST_JDK = 25;
  private static final long LEAST_MEGABYTES = 1_024;
  private static final long BYTES_A_MEGABYTE = 1L << 20;

  private final Session session;
  private final Context context;

  Examination(Session session) {
    this.session = session;
    this.context = session.context();
  }

  List<Symptom> symptoms() {
    List<Symptom> symptoms = new ArrayList<>(installed());
    symptoms.addAll(new SandboxFindings(session.sandboxes(), context).symptoms());
    return symptoms;
  }

  private List<Symptom> installed() {
    return List.of(
        jdk(), compiler(), cores(), memory(), katas(), worker(), cache(), folder(), terminal());
  }

  private static Symptom jdk() {
    Runtime.Version version = Runtime.version();
    return new Symptom(
        version.feature() >= OLDEST_JDK ? Mark.OK : Mark.BAD,
        "JDK",
        version + " in " + System.getProperty("java.home") + needs(version));
  }

  private static String needs(Runtime.Version version) {
    return version.feature() >= OLDEST_JDK ? "" : "; install JDK " + OLDEST_JDK + " or newer";
  }

  private static Symptom compiler() {
    boolean there = ToolProvider.getSystemJavaCompiler() != null;
    return new Symptom(
        there ? Mark.OK : Mark.BAD,
        "compiler",
        there ? "javac is part of it" : "this is a JRE; install a JDK");
  }

  private static Symptom cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Symptom(
        cores > 1 ? Mark.OK : Mark.NOTE,
        "cores",
        cores > 1
            ? cores + ""
            : "1; some mistakes show only where threads really run side by side");
  }

  private static Symptom memory() {
    if (java.lang.management.ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      long megabytes = system.getTotalMemorySize() / BYTES_A_MEGABYTE;
      boolean enough = megabytes >= LEAST_MEGABYTES;
      String needs = enough ? "" : "; a worker takes up to 600";
      return new Symptom(enough ? Mark.OK : Mark.NOTE, "memory", megabytes + " MB" + needs);
    }
    return new Symptom(Mark.NOTE, "memory", "unknown");
  }

  private Symptom katas() {
    int count = session.katas().names().size();
    return new Symptom(Mark.OK, "project", context.root() + " with " + count + " katas");
  }

  private Symptom worker() {
    Installation installation = session.installation();
    try {
      List<Path> missing =
          installation.workerJars().stream().filter(jar -> !Files.exists(jar)).toList();
      return missing.isEmpty()
              && Files.exists(installation.boot())
              && Files.exists(installation.sandbox())
          ? new Symptom(Mark.OK, "worker", "built")
          : new Symptom(Mark.BAD, "worker", "not complete; run ./mvnw package -DskipTests");
    } catch (UncheckedIOException missing) {
      return new Symptom(Mark.BAD, "worker", "not built; run ./mvnw package -DskipTests");
    }
  }

  private Symptom cache() {
    boolean there = new StartUpCaches(session.installation()).areThere();
    return new Symptom(
        there ? Mark.OK : Mark.NOTE,
        "caches",
        there ? "there" : "not there; workers start a little slower");
  }

  private Symptom folder() {
    Path folder = context.memory();
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
      return new Symptom(Mark.OK, "state", session.shown(folder) + " can be written");
    } catch (IOException refused) {
      String trouble =
          new FileTrouble(refused, String.valueOf(refused.getMessage()), context).text();
      return new Symptom(Mark.BAD, "state", trouble.replace("\n", "; "));
    }
  }

  private Symptom terminal() {
    String terminal = context.terminal() ? "a terminal" : "no terminal: no progress, no questions";
    return new Symptom(
        Mark.OK, "streams", terminal + (session.colourful() ? ", colours" : ", no colours"));
  }
}
