package grader.cli;

import grader.Grader;
import grader.cli.state.StateFile;
import grader.kata.Katas;
import grader.run.Installation;
import grader.run.Sandbox;
import grader.run.SandboxKind;
import grader.run.Sandboxes;
import grader.run.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** What every command works with: the outside world, seen through the options that all share. */
final class Session {

  private final Context context;
  private final SharedOptions options;

  Session(Context context, SharedOptions options) {
    this.context = context;
    this.options = options;
  }

  Context context() {
    return context;
  }

  boolean debug() {
    return options.debug;
  }

  boolean quiet() {
    return options.quiet;
  }

  boolean colourful() {
    return context.colourful() && !options.noColor && !options.plain;
  }

  /** Whether it is read aloud, line by line. */
  boolean linear() {
    return options.plain;
  }

  /** Whether somebody can answer a question. */
  boolean interactive() {
    return context.terminal() && !options.noInput;
  }

  Katas katas() {
    return new Katas(context.root());
  }

  Installation installation() {
    return new Installation(context.home());
  }

  Sandboxes sandboxes() {
    return new Sandboxes(installation());
  }

  Grader grader() {
    return grader(SandboxChoice.AUTO);
  }

  /** With workers in this sandbox; says so if there is none though nobody has asked for that. */
  Grader grader(SandboxChoice choice) {
    return new Grader(new Workshop(installation(), new Once<>(() -> sandbox(choice))));
  }

  private Sandbox sandbox(SandboxChoice choice) {
    Sandbox sandbox = choice.of(sandboxes());
    if (sandbox.kind() == SandboxKind.NONE && choice == SandboxChoice.AUTO) {
      say("No sandbox here: what a submission does, it does as you. Why: grader doctor");
    }
    return sandbox;
  }

  StateFile state() {
    return new StateFile(context.memory(), this::warn);
  }

  /** Writes what was asked for. */
  void result(String text) {
    context.out().print(text.endsWith("\n") ? text : text + "\n");
    context.out().flush();
  }

  /** Says what is good to know; silenced by {@code --quiet}. */
  void say(String message) {
    if (!options.quiet) {
      context.err().println(message);
    }
  }

  /** Says what went wrong. */
  void warn(String message) {
    context.err().println("grader: " + message);
  }

  /** Whether the person in front agrees; no answer is no. */
  boolean agrees(String question) {
    context.err().print(question + " [y/N] ");
    context.err().flush();
    try {
      String answer = context.in().readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** A path as short as it can be written from the working directory. */
  String shown(Path path) {
    return context.shown(path);
  }
}
