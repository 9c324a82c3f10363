package grader.sandbox;

import java.util.EnumSet;
import java.util.Set;

/**
 * Decides about system calls (seccomp(2)). There is a list of what a JVM needs; the rest is
 * refused, so that a call of a later kernel is, too. What was not there when the list was made is
 * answered as by an older kernel, because libc then does without it. Calls of another architecture
 * end the process.
 */
final class Filter {

  static final int ALLOW = 0x7FFF0000;
  static final int KILL_PROCESS = 0x80000000;
  static final int NOT_PERMITTED = 0x00050000 | 1;
  static final int ACCESS_DENIED = 0x00050000 | 13;
  static final int UNKNOWN = 0x00050000 | 38;

  /** Calls from here on came after Linux 6.4. */
  private static final int FIRST_UNKNOWN = 451;

  /** Bit 30 marks the calls of x32, which have tables of their own. */
  private static final int FIRST_OF_X32 = 0x40000000;

  // linux/sched.h: the first must be there. The others: name spaces, tracing, vfork, other parents.
  private static final int CLONE_THREAD = 0x00010000;
  private static final int CLONE_MORE = 0xFE82F080;

  // linux/fcntl.h: O_CREAT, O_TRUNC, and O_TMPFILE without O_DIRECTORY.
  private static final int OPEN_TO_CHANGE = 0x00400240;

  /** F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC: no locks, no signals. */
  private static final int[] FILE_CONTROLS = {0, 1, 2, 3, 4, 1030};

  /** TCGETS, TIOCGWINSZ and FIONREAD: is it a terminal, how large is it, how much is there. */
  private static final int[] DEVICE_CONTROLS = {0x5401, 0x5413, 0x541B};

  /** PR_SET_NAME, PR_GET_NAME and PR_SET_VMA: names of threads and memory. */
  private static final int[] PROCESS_CONTROLS = {15, 16, 0x53564d41};

  private static final Set<Call> CHANGES = EnumSet.range(Call.MKDIR, Call.FALLOCATE);

  private final Machine machine;
  private final int process;
  private final boolean writesFiles;

  /**
   * @param process the only one that may be sent signals
   * @param writesFiles whether there is anything that may be written
   */
  Filter(Machine machine, int process, boolean writesFiles) {
    this.machine = machine;
    this.process = process;
    this.writesFiles = writesFiles;
  }

  Program program() {
    Program program = new Program().load(Program.ARCHITECTURE);
    program.ifEqual(machine.audit(), 1, 0).end(KILL_PROCESS);
    program.load(Program.NUMBER).ifAtLeast(FIRST_OF_X32, 0, 1).end(KILL_PROCESS);
    for (Call call : EnumSet.range(Call.FUTEX, Call.GETCWD)) {
      decide(program, call, new Program().end(ALLOW));
    }
    decideByArguments(program);
    if (writesFiles) {
      CHANGES.forEach(call -> decide(program, call, new Program().end(ALLOW)));
    }
    decide(program, Call.CLONE3, new Program().end(UNKNOWN));
    return program.ifAtLeast(FIRST_UNKNOWN, 0, 1).end(UNKNOWN).end(NOT_PERMITTED);
  }

  private void decideByArguments(Program program) {
    decide(program, Call.OPEN, opens(1));
    decide(program, Call.OPENAT, opens(2));
    decide(program, Call.CLONE, threads());
    decide(program, Call.TGKILL, require(Program.lower(0), process).end(ALLOW));
    decide(program, Call.KILL, require(Program.lower(0), process).end(ALLOW));
    decide(program, Call.PRCTL, require(Program.lower(0), PROCESS_CONTROLS).end(ALLOW));
    decide(program, Call.IOCTL, require(Program.lower(1), DEVICE_CONTROLS).end(ALLOW));
    decide(program, Call.FCNTL, require(Program.lower(1), FILE_CONTROLS).end(ALLOW));
    decide(program, Call.PRLIMIT64, readsOwnLimits());
    // The launcher has yet to become the command; Landlock says which files that may be.
    decide(program, Call.EXECVE, new Program().end(ALLOW));
  }

  /**
   * @param decision ends with an answer on every way
   */
  private void decide(Program program, Call call, Program decision) {
    int number = machine.number(call);
    if (number != Call.NONE) {
      program.ifEqual(number, 0, decision.length()).then(decision);
    }
  }

  /**
   * Nothing is made or cut short: before Linux 6.2, Landlock lets one do that who opens a file to
   * read. What may be opened to write it says itself: a JVM wants /dev/null, in place of a standard
   * stream that is closed.
   */
  private Program opens(int flags) {
    return writesFiles
        ? new Program().end(ALLOW)
        : new Program()
            .load(Program.lower(flags))
            .ifAnyBit(OPEN_TO_CHANGE, 0, 1)
            .end(ACCESS_DENIED)
            .end(ALLOW);
  }

  private static Program threads() {
    return new Program()
        .load(Program.lower(0))
        .ifAnyBit(CLONE_MORE, 1, 0)
        .ifAnyBit(CLONE_THREAD, 1, 0)
        .end(NOT_PERMITTED)
        .end(ALLOW);
  }

  /** The process itself, by the number 0, and no new limit. */
  private static Program readsOwnLimits() {
    return require(Program.lower(0), 0)
        .then(require(Program.lower(2), 0))
        .then(require(Program.upper(2), 0))
        .end(ALLOW);
  }

  /** Refuses unless half an argument has one of these values. */
  private static Program require(int offset, int... values) {
    Program program = new Program().load(offset);
    for (int index = 0; index < values.length; index++) {
      program.ifEqual(values[index], values.length - index, 0);
    }
    return program.end(NOT_PERMITTED);
  }
}
