package grader.run;

import java.util.ArrayList;
import java.util.List;

/** The sandboxes of this machine. Each has to prove itself before it is used. Thread-safe. */
public final class Sandboxes {

  private static final List<SandboxKind> STRONGEST_FIRST =
      List.of(SandboxKind.LANDLOCK, SandboxKind.UID, SandboxKind.BUBBLEWRAP);

  private final Installation installation;
  private final KnownProofs known;

  public Sandboxes(Installation installation) {
    this.installation = installation;
    this.known = new KnownProofs(installation);
  }

  /** The strongest that proves itself, or has done so before; none if there is none. */
  public Sandbox strongest() {
    for (SandboxKind kind : STRONGEST_FIRST) {
      if (finding(kind).proved()) {
        return new Sandbox(kind, installation);
      }
    }
    return Sandbox.none(installation);
  }

  /**
   * This one and no other.
   *
   * @throws WorkerFailure if it does not prove itself
   */
  public Sandbox only(SandboxKind kind) {
    if (kind != SandboxKind.NONE) {
      finding(kind)
          .problem()
          .ifPresent(problem -> {
            throw new WorkerFailure(
                "the sandbox " + kind.label() + " cannot be used here: " + problem);
          });
    }
    return new Sandbox(kind, installation);
  }

  /** Tries all of them again, strongest first. */
  public List<SandboxFinding> examine() {
    List<SandboxFinding> findings = new ArrayList<>();
    for (SandboxKind kind : STRONGEST_FIRST) {
      findings.add(prove(kind));
    }
    return findings;
  }

  private synchronized SandboxFinding finding(SandboxKind kind) {
    return known.find(kind).orElseGet(() -> prove(kind));
  }

  private SandboxFinding prove(SandboxKind kind) {
    SandboxFinding finding = new SandboxProof(new Sandbox(kind, installation)).find();
    known.keep(finding);
    return finding;
  }
}
