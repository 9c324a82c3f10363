package grader.cli;

import grader.run.Sandbox;
import grader.run.SandboxKind;
import grader.run.Sandboxes;

/** Which sandbox is wanted. */
enum SandboxChoice {
  AUTO,
  LANDLOCK,
  BUBBLEWRAP,
  UID,
  NONE;

  /**
   * The sandbox.
   *
   * @throws grader.run.WorkerFailure if this one is wanted and does not prove itself
   */
  Sandbox of(Sandboxes sandboxes) {
    return switch (this) {
      case AUTO -> sandboxes.strongest();
      case LANDLOCK -> sandboxes.only(SandboxKind.LANDLOCK);
      case BUBBLEWRAP -> sandboxes.only(SandboxKind.BUBBLEWRAP);
      case UID -> sandboxes.only(SandboxKind.UID);
      case NONE -> sandboxes.only(SandboxKind.NONE);
    };
  }
}
