package grader.run;

import java.util.Optional;

/**
 * What is known of a sandbox on this machine.
 *
 * @param problem why it cannot be used; empty if it has proved itself
 */
public record SandboxFinding(SandboxKind kind, Optional<String> problem) {

  /** Whether everything was denied in it. */
  public boolean proved() {
    return problem.isEmpty();
  }
}
