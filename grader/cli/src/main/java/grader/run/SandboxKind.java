package grader.run;

/** The sandboxes there are, strongest first. */
public enum SandboxKind {
  /** The launcher, with Landlock and a seccomp filter. Needs no rights. */
  LANDLOCK("landlock"),
  /** The launcher for root, who becomes a user without files; with Landlock where there is any. */
  UID("uid"),
  /** The launcher inside of name spaces without {@code /proc} and with few files. */
  BUBBLEWRAP("bubblewrap"),
  /** None: what a submission does, it does as the one who started the grader. */
  NONE("none");

  private final String label;

  SandboxKind(String label) {
    this.label = label;
  }

  /** As people write it. */
  public String label() {
    return label;
  }
}
