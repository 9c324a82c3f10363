package grader.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All of the outside world that a command may touch.
 *
 * @param home where the grader is built
 * @param root the folder that holds {@code katas/}
 * @param here the working directory
 * @param out for results
 * @param err for messages and progress
 * @param terminal whether a person sits in front of these streams
 */
record Context(
    Path home,
    Path root,
    Path here,
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal) {

  Context {
    environment = Map.copyOf(environment);
  }

  /** The one of this process. */
  static Context ofProcess() {
    Path here = Path.of("").toAbsolutePath();
    Path home = here.resolve(System.getProperty("grader.home", "")).normalize();
    Path root = here.resolve(System.getProperty("grader.root", home.toString())).normalize();
    return new Context(
        home,
        root,
        here,
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.out,
        System.err,
        System.getenv(),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  /** Whether colours and a line that changes make sense here (no-color.org). */
  boolean colourful() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether a line can be written over. */
  boolean animated() {
    return terminal && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Where the grader keeps what it remembers. */
  Path memory() {
    String moved = environment.getOrDefault("GRADER_STATE", "");
    return moved.isEmpty() ? root.resolve(".grader") : here.resolve(moved).normalize();
  }

  /** A path as short as it can be written from here. */
  String shown(Path path) {
    Path absolute = here.resolve(path).normalize();
    return absolute.startsWith(here) && !absolute.equals(here)
        ? here.relativize(absolute).toString()
        : absolute.toString();
  }
}
