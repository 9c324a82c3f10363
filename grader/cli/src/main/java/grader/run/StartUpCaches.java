package grader.run;

import grader.protocol.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * With these, workers start faster: an ahead-of-time cache (JEP 483) for plain ones, another for
 * controlled ones, one for the launcher of both, and the classes of the JDK as controlled ones
 * rewrite them. They lie beside the worker's jar, and are made when the launcher asks for it.
 * Everything works without them.
 */
public final class StartUpCaches {

  private static final String PLAIN = "worker.aot";
  private static final String CONTROLLED = "controlled.aot";
  private static final String REWRITTEN = "worker.rewritten";
  private static final String LAUNCHER = "sandbox.aot";
  private static final long SECONDS_TO_MAKE = 60;

  private static final List<String> SILENT = List.of("-Xlog:disable", "-Xlog:all=off");

  private final Installation installation;

  public StartUpCaches(Installation installation) {
    this.installation = installation;
  }

  /** Whether workers start with their caches. */
  public boolean areThere() {
    return Stream.of(PLAIN, CONTROLLED, REWRITTEN).allMatch(name -> usable(name).isPresent());
  }

  /** What a worker's JVM is told. What it says of a cache would mix with its events. */
  List<String> options(Start start) {
    List<String> options = new ArrayList<>(SILENT);
    switch (start) {
      case PLAIN -> using(PLAIN).ifPresent(options::add);
      case CONTROLLED -> {
        using(CONTROLLED).ifPresent(options::add);
        rewritten().ifPresent(options::add);
      }
      case REHEARSAL -> {}
    }
    return options;
  }

  /** What the JVM of the launcher is told. */
  List<String> launcherOptions() {
    List<String> options = new ArrayList<>(SILENT);
    launcherCache().map(StartUpCaches::using).ifPresent(options::add);
    return options;
  }

  /** The ahead-of-time cache of the launcher, if it can be used. */
  Optional<Path> launcherCache() {
    return usable(LAUNCHER, List.of(installation.sandbox()));
  }

  /** What a worker reads or, when the launcher has it make a cache, writes of them. */
  Access access() {
    return new Access(
        Stream.of(PLAIN, CONTROLLED, REWRITTEN).flatMap(name -> usable(name).stream()).toList(),
        wanted(REWRITTEN).flatMap(file -> Optional.ofNullable(file.getParent())).stream().toList());
  }

  private Optional<String> using(String name) {
    return usable(name).map(StartUpCaches::using);
  }

  private static String using(Path cache) {
    return "-XX:AOTCache=" + cache;
  }

  private Optional<String> rewritten() {
    return wanted(REWRITTEN)
        .map(file -> "-Dgrader.rewritten.new=" + file)
        .or(() -> usable(REWRITTEN).map(file -> "-Dgrader.rewritten=" + file));
  }

  /**
   * Makes the cache for such workers, if it is wanted and one has run. It takes another one, which
   * controls nothing: a class that was rewritten cannot get into a cache.
   *
   * @param command starts that one
   */
  void rehearse(Start start, Supplier<List<String>> command) {
    wanted(start == Start.CONTROLLED ? CONTROLLED : PLAIN)
        .ifPresent(cache -> {
          List<String> making = new ArrayList<>(command.get());
          making.add(1, "-XX:AOTCacheOutput=" + cache);
          run(making);
        });
  }

  /** Makes the cache of the launcher, if it is wanted. */
  void rehearseLauncher() {
    wanted(LAUNCHER).ifPresent(cache -> run(new Launcher(installation).rehearsal(cache)));
  }

  private static void run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(SECONDS_TO_MAKE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException impossible) {
      // Then there is none.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** The cache of this kind that the launcher wants this process to make, until it is there. */
  private static Optional<Path> wanted(String name) {
    return Optional.ofNullable(System.getProperty("grader.worker.train"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::notExists);
  }

  /**
   * A cache that was made after all of the jars: with an older one the JVM would run the old
   * classes without a word.
   */
  private Optional<Path> usable(String name, List<Path> jars) {
    Path cache = installation.worker().resolveSibling(name);
    return Optional.of(cache)
        .filter(Files::exists)
        .filter(one -> jars.stream().allMatch(jar -> isOlder(jar, one)));
  }

  private Optional<Path> usable(String name) {
    return usable(
        name,
        Stream.concat(installation.workerJars().stream(), Stream.of(installation.boot())).toList());
  }

  private static boolean isOlder(Path jar, Path cache) {
    try {
      return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache)) <= 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
