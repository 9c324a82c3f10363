package grader.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program that confines itself and then becomes a worker (grader.sandbox.Main), started with
 * little, since it does little.
 */
record Launcher(Installation installation) {

  private static final List<String> OPTIONS =
      List.of(
          // It is over before compiled code would pay off.
          "-Xint",
          "-XX:+UseSerialGC",
          "-Xmx32m",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr",
          "--enable-native-access=ALL-UNNAMED");

  /** The command, to which its arguments are still to be added. */
  List<String> command() {
    StartUpCaches caches = new StartUpCaches(installation);
    return command(caches.launcherOptions());
  }

  /** Makes its ahead-of-time cache. */
  List<String> rehearsal(Path cache) {
    List<String> command = new ArrayList<>(command(List.of("-XX:AOTCacheOutput=" + cache)));
    command.add("--rehearse");
    return command;
  }

  private List<String> command(List<String> caching) {
    List<String> command = new ArrayList<>(List.of(Installation.java().toString()));
    command.addAll(OPTIONS);
    command.addAll(caching);
    command.addAll(List.of("-cp", installation.sandbox().toString(), "grader.sandbox.Main"));
    return command;
  }

  /** What it reads itself. */
  List<Path> files() {
    return Stream.concat(
            Stream.of(installation.sandbox()),
            new StartUpCaches(installation).launcherCache().stream())
        .toList();
  }
}
