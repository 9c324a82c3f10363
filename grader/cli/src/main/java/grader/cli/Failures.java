package grader.cli;

import grader.kata.BrokenKata;
import grader.run.WorkerFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.IntSupplier;

/** The one place where exceptions end: each becomes a message, a next step and an exit code. */
final class Failures {

  private static final String REPORT =
      "This is a bug of the grader, not of your code. Please open an issue with this message and"
          + " the output of 'grader doctor'.";

  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  /** The exit code of this piece of work, or of the exception that ended it. */
  @SuppressWarnings("CatchThrowable") // Nothing may end in a bare stack trace.
  int guard(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (Throwable failure) {
      return exitCode(failure);
    }
  }

  /** Tells about a failure and says with what to exit. */
  int exitCode(Throwable failure) {
    if (Interruption.hasBegun()) {
      return ExitCode.INTERRUPTED;
    }
    if (session.debug()) {
      failure.printStackTrace(session.context().err());
    }
    return switch (failure) {
      case UsageProblem usage -> said(message(usage), ExitCode.USAGE);
      case BrokenKata broken ->
          said(
              message(broken)
                  + "\nThis file belongs to the course, not to your solution. Undo changes to it"
                  + " (git restore), or tell its author.",
              ExitCode.ENVIRONMENT);
      case WorkerFailure worker ->
          said(message(worker) + "\nNext: grader doctor", ExitCode.ENVIRONMENT);
      case UncheckedIOException io -> environment(io, cause(io));
      case IOException io -> environment(io, io);
      default -> internal(failure);
    };
  }

  private int environment(Exception thrown, IOException cause) {
    FileTrouble trouble = new FileTrouble(cause, message(thrown), session.context());
    return said(trouble.text(), ExitCode.ENVIRONMENT);
  }

  private static IOException cause(UncheckedIOException unchecked) {
    return Objects.requireNonNullElseGet(unchecked.getCause(), () -> new IOException(unchecked));
  }

  private static String message(Exception thrown) {
    return Objects.requireNonNullElse(thrown.getMessage(), thrown.toString());
  }

  private int internal(Throwable failure) {
    String more = session.debug() ? "" : "\nThe same command with --debug shows where it happened.";
    return said("internal error: " + failure + "\n" + REPORT + more, ExitCode.INTERNAL);
  }

  private int said(String message, int code) {
    session.warn(message);
    return code;
  }
}
