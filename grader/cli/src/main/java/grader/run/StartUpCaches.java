package grader.run;

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
 * With these, workers start faster: an ahead-of-time cache (JEP 483) for plain ones; for those with
 * the agent, which may not have linked classes, an archive of class data. They lie beside the
 * worker's jar, and are made when the launcher asks for it. Everything works without them.
 */
public final class StartUpCaches {

  private static final String PLAIN = "worker.aot";
  private static final String WITH_AGENT = "worker.jsa";
  private static final long SECONDS_TO_MAKE = 60;

  private final Installation installation;

  public StartUpCaches(Installation installation) {
    this.installation = installation;
  }

  /** Whether workers start with their caches. */
  public boolean areThere() {
    return usable(PLAIN).isPresent() && usable(WITH_AGENT).isPresent();
  }

  /** What a worker's JVM is told. What it says of a cache would mix with its events. */
  List<String> options(Configuration configuration) {
    Optional<String> cache = configuration.agent() ? withAgent() : plain();
    return Stream.concat(Stream.of("-Xlog:disable", "-Xlog:all=off"), cache.stream()).toList();
  }

  private Optional<String> plain() {
    return wanted(PLAIN)
        .map(cache -> "-XX:AOTCacheOutput=" + cache)
        .or(() -> usable(PLAIN).map(cache -> "-XX:AOTCache=" + cache));
  }

  private Optional<String> withAgent() {
    Optional<Path> wanted = wanted(WITH_AGENT);
    if (wanted.isPresent()) {
      // The first worker writes its classes down; two would write over each other.
      return wanted
          .map(StartUpCaches::classList)
          .filter(Files::notExists)
          .map(list -> "-XX:DumpLoadedClassList=" + list);
    }
    return usable(WITH_AGENT).map(cache -> "-XX:SharedArchiveFile=" + cache);
  }

  /**
   * Makes the archive, if it is wanted and workers with the agent have run.
   *
   * @param command starts a worker of this configuration
   */
  void archive(Configuration configuration, Supplier<List<String>> command) {
    Optional<Path> wanted = wanted(WITH_AGENT).filter(cache -> Files.exists(classList(cache)));
    if (!configuration.agent() || wanted.isEmpty()) {
      return;
    }
    List<String> dump = new ArrayList<>(command.get());
    dump.removeIf(option -> option.startsWith("-javaagent:"));
    dump.add(1, "-Xshare:dump");
    dump.add(2, "-XX:SharedClassListFile=" + classList(wanted.get()));
    dump.add(3, "-XX:SharedArchiveFile=" + wanted.get());
    try {
      Process process =
          new ProcessBuilder(dump)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(SECONDS_TO_MAKE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(classList(wanted.get()));
    } catch (IOException impossible) {
      // Then there is none.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path classList(Path cache) {
    return cache.resolveSibling("worker.classes");
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
  private Optional<Path> usable(String name) {
    Path cache = installation.worker().resolveSibling(name);
    return Optional.of(cache)
        .filter(Files::exists)
        .filter(one ->
            Stream.concat(installation.workerJars().stream(), Stream.of(installation.boot()))
                .allMatch(jar -> isOlder(jar, one)));
  }

  private static boolean isOlder(Path jar, Path cache) {
    try {
      return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache)) <= 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
