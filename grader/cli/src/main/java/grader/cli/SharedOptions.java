package grader.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
final class SharedOptions {

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      order = 90,
      description = "Results only, no messages.")
  boolean quiet;

  @Option(
      names = {"-d", "--debug"},
      scope = ScopeType.INHERIT,
      order = 91,
      description = "Show stack traces of errors.")
  boolean debug;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      order = 92,
      description = "No colours (also: NO_COLOR, TERM=dumb).")
  boolean noColor;

  @Option(
      names = "--plain",
      scope = ScopeType.INHERIT,
      order = 92,
      description = "For screen readers: no colours, no columns, ASCII only.")
  boolean plain;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      order = 93,
      description = "Never ask anything.")
  boolean noInput;
}
