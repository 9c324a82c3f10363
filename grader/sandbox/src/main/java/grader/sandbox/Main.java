package grader.sandbox;

/**
 * Gives up what the policy says, step by step, and becomes the command. If a step cannot be done,
 * says so on standard error and runs nothing.
 */
public final class Main {

  /** How its messages begin. */
  public static final String COMPLAINT = "sandbox: ";

  /** How the launcher ends when it could not become the command. */
  static final int NOT_CONFINED = 125;

  private static final long SET_PARENT_DEATH_SIGNAL = 1;
  private static final long KILL = 9;
  private static final long FIRST_AFTER_STREAMS = 3;
  private static final long ALL_DESCRIPTORS = 0xFFFFFFFFL;
  private static final long CLOSE_ON_EXECUTE = 4;
  private static final long SET_FILTER = 1;

  private final Kernel kernel;
  private final Policy policy;

  private Main(Kernel kernel, Policy policy) {
    this.kernel = kernel;
    this.policy = policy;
  }

  /** See {@link Policy} for the arguments; {@code --rehearse} before them runs nothing. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  @SuppressWarnings("CatchThrowable") // Whatever it is, the command must not run.
  private static int run(String... arguments) {
    boolean rehearses = arguments.length > 0 && arguments[0].equals("--rehearse");
    try (Kernel kernel = new Kernel(Machine.ofThis())) {
      if (rehearses) {
        String java = System.getProperty("java.home") + "/bin/java";
        new Main(kernel, Policy.of("--read", "/", "--execute", java, "--write", "/", "--", java))
            .rehearse();
        return 0;
      }
      Main launcher = new Main(kernel, Policy.of(arguments));
      launcher.confine();
      launcher.become();
    } catch (Refused refused) {
      System.err.println(COMPLAINT + refused.getMessage());
    } catch (Throwable broken) {
      System.err.println(COMPLAINT + broken);
    }
    return NOT_CONFINED;
  }

  private void confine() throws Refused {
    limit();
    new Privileges(kernel).drop(policy.user());
    // After the change of user, which would clear it.
    endWithParent();
    kernel.call("new session", Call.SETSID);
    // The JVM still needs its own; they are closed as it becomes the command.
    kernel.call(
        "close descriptors",
        Call.CLOSE_RANGE,
        FIRST_AFTER_STREAMS,
        ALL_DESCRIPTORS,
        CLOSE_ON_EXECUTE);
    new Landlock(kernel, policy).apply();
    kernel.call("seccomp filter", Call.SECCOMP, SET_FILTER, 0, filter());
  }

  /** The parent may have ended before it was asked for: then the process has another one. */
  private void endWithParent() throws Refused {
    if (policy.parent() != 0) {
      kernel.call("end with the parent", Call.PRCTL, SET_PARENT_DEATH_SIGNAL, KILL, 0, 0, 0);
      if (kernel.call("parent", Call.GETPPID) != policy.parent()) {
        throw new Refused("process " + policy.parent() + " has ended, or is not the parent");
      }
    }
  }

  /** The address of a {@code struct sock_fprog}. */
  private long filter() throws Refused {
    int self = (int) kernel.call("own process", Call.GETPID);
    Filter filter = new Filter(kernel.machine(), self, policy.writesFiles());
    return filter.program().place(kernel.memory());
  }

  private void become() throws Refused {
    String program = policy.command().getFirst();
    kernel.call(
        "execute " + program,
        Call.EXECVE,
        kernel.memory().string(program),
        kernel.memory().strings(policy.command()),
        kernel.memory().strings(policy.environment()));
  }

  /** Does what has no effect, for an ahead-of-time cache. */
  private void rehearse() throws Refused {
    limit();
    Privileges privileges = new Privileges(kernel);
    privileges.drop(policy.user());
    endWithParent();
    Landlock landlock = new Landlock(kernel, policy);
    if (landlock.isThere()) {
      long ignored = landlock.prepare(landlock.version());
    }
    filter();
    kernel.memory().strings(policy.command());
  }

  private void limit() throws Refused {
    for (Limit limit : Limit.of(policy)) {
      limit.apply(kernel);
    }
  }
}
