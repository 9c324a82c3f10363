package grader.sandbox;

/**
 * A processor architecture, as the kernel names it to a filter (linux/audit.h): it decides which
 * number means which call.
 */
enum Machine {
  X86_64(0xC000003E),
  AARCH64(0xC00000B7);

  private final int audit;

  Machine(int audit) {
    this.audit = audit;
  }

  /**
   * @throws Refused if there is no table of its system calls
   */
  static Machine ofThis() throws Refused {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new Refused("the system is not Linux but " + System.getProperty("os.name"));
    }
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64" -> AARCH64;
      default -> throw new Refused("the system calls of " + name + " are not known");
    };
  }

  /** How a filter sees that a call was made in this architecture's way. */
  int audit() {
    return audit;
  }

  /** The number of a call; {@link Call#NONE} if this architecture does not have it. */
  int number(Call call) {
    return this == X86_64 ? call.x86() : call.aarch64();
  }
}
