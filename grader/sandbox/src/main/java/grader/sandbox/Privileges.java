package grader.sandbox;

/** Gives up, for good, what a process may do because of who started it. */
final class Privileges {

  private static final long SET_NO_NEW_PRIVILEGES = 38;
  private static final int CAPABILITIES_VERSION_3 = 0x20080522;

  private final Kernel kernel;

  Privileges(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * @param user whom root becomes, if not {@link Policy#SAME_USER}
   */
  void drop(long user) throws Refused {
    if (user != Policy.SAME_USER) {
      kernel.call("leave all groups", Call.SETGROUPS, 0, 0);
      kernel.call("change the group", Call.SETRESGID, user, user, user);
      kernel.call("change the user", Call.SETRESUID, user, user, user);
    }
    // First: with it, root does not get its capabilities back from execve.
    kernel.call("no new privileges", Call.PRCTL, SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0);
    Memory.Structure header = kernel.memory().structure(8);
    header.bytes().putInt(CAPABILITIES_VERSION_3);
    Memory.Structure none = kernel.memory().structure(24);
    kernel.call("no capabilities", Call.CAPSET, header.address(), none.address());
  }
}
