package grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a command from everything but its streams and the files it needs. Immutable.
 *
 * @param installation holds the launcher
 */
public record Sandbox(SandboxKind kind, Installation installation) {

  private static final Path JDK = Path.of(System.getProperty("java.home"));

  /** The user without files: above those that systemd gives away, below nobody. */
  private static final String USER = "65533";

  // Without /proc, the linker cannot see where java lies, and needs this to find its libraries.
  private static final String ORIGIN = "LD_ORIGIN_PATH";

  private static final List<String> LIBRARY_FOLDERS =
      List.of("/lib", "/lib64", "/usr/lib", "/usr/lib64");

  /** Nothing keeps a worker from anything. */
  public static Sandbox none(Installation installation) {
    return new Sandbox(SandboxKind.NONE, installation);
  }

  /**
   * A command that runs this one inside.
   *
   * @param command starts {@code java}, with all options that it needs
   */
  List<String> around(List<String> command, Access access) {
    return switch (kind) {
      case LANDLOCK -> launched(List.of("--files", "landlock"), access, command);
      case UID ->
          launched(List.of("--files", "landlock-if-there", "--user", USER), access, command);
      case BUBBLEWRAP -> wrapped(access, command);
      case NONE -> command;
    };
  }

  /** What a JVM inside must be told because it cannot see it. */
  List<String> options() {
    return kind == SandboxKind.NONE
        ? List.of()
        // It lies in /proc and /sys how many processors a container may use.
        : List.of("-XX:ActiveProcessorCount=" + Runtime.getRuntime().availableProcessors());
  }

  private List<String> launched(List<String> policy, Access access, List<String> command) {
    List<String> whole = new ArrayList<>(new Launcher(installation).command());
    whole.addAll(policy);
    whole.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
    whole.addAll(List.of("--read", JDK.toString(), "--execute", Installation.java().toString()));
    systemLibraries().forEach(file -> whole.addAll(List.of("--execute", file.toString())));
    devices().forEach(file -> whole.addAll(List.of("--device", file.toString())));
    access.read().forEach(file -> whole.addAll(List.of("--read", file.toString())));
    access.write().forEach(folder -> whole.addAll(List.of("--write", folder.toString())));
    whole.add("--");
    whole.addAll(command);
    return whole;
  }

  private static List<Path> systemLibraries() {
    try {
      return SystemLibraries.ofThis(JDK).files();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static List<Path> devices() {
    return Stream.of("/dev/null", "/dev/random", "/dev/urandom")
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  private List<String> wrapped(Access access, List<String> command) {
    String origin = Installation.java().resolveSibling("").toString();
    List<String> whole =
        new ArrayList<>(
            List.of("bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
    whole.addAll(List.of("--setenv", ORIGIN, origin));
    LIBRARY_FOLDERS.forEach(one -> whole.addAll(List.of("--ro-bind-try", one, one)));
    devices().forEach(one -> bind(whole, "--dev-bind", one));
    bind(whole, "--ro-bind", JDK);
    Launcher launcher = new Launcher(installation);
    launcher.files().forEach(one -> bind(whole, "--ro-bind", one));
    access.read().forEach(one -> bind(whole, "--ro-bind", one));
    access.write().forEach(one -> bind(whole, "--bind", one));
    whole.addAll(launcher.command());
    whole.addAll(List.of("--files", "as-they-are", "--env", ORIGIN + "=" + origin));
    access.write().forEach(one -> whole.addAll(List.of("--write", one.toString())));
    whole.add("--");
    whole.addAll(command);
    return whole;
  }

  private static void bind(List<String> command, String how, Path path) {
    command.addAll(List.of(how, path.toString(), path.toString()));
  }
}
