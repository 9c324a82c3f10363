package grader.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What is left to the command, as the arguments of the launcher say it.
 *
 * @param files what becomes of the file system
 * @param parent the process with which the command ends; 0 for none
 * @param user the user and group that root becomes; {@link #SAME_USER} for none
 * @param read what may be read: files, or folders with all in them
 * @param devices what may be read and written, but neither made nor removed
 * @param execute what may be read and executed
 * @param write what may be read, written, made and removed
 * @param environment all variables of the command, as {@code NAME=value}
 * @param command the program, by its full path, and its arguments
 */
record Policy(
    Files files,
    long parent,
    long user,
    List<String> read,
    List<String> devices,
    List<String> execute,
    List<String> write,
    List<String> environment,
    List<String> command) {

  static final long SAME_USER = -1;

  private static final String USAGE =
      "usage: [--files landlock|landlock-if-there|as-they-are] [--parent PID] [--user UID]"
          + " [--read PATH]... [--device PATH]... [--execute PATH]... [--write PATH]... [--env NAME=VALUE]..."
          + " -- COMMAND [ARGUMENT]...";

  /** Who keeps the command from files. */
  enum Files {
    /** Landlock; without it nothing runs. */
    LANDLOCK,
    /** Landlock, where the kernel has it. */
    LANDLOCK_IF_THERE,
    /** Whoever started the launcher: there is nothing to be seen that may not be read. */
    AS_THEY_ARE
  }

  Policy {
    read = List.copyOf(read);
    devices = List.copyOf(devices);
    execute = List.copyOf(execute);
    write = List.copyOf(write);
    environment = List.copyOf(environment);
    command = List.copyOf(command);
  }

  /**
   * Reads the arguments.
   *
   * @throws Refused if one is not understood: it may have been meant to forbid something
   */
  static Policy of(String... arguments) throws Refused {
    Files files = Files.LANDLOCK;
    long parent = 0;
    long user = SAME_USER;
    List<String> read = new ArrayList<>();
    List<String> devices = new ArrayList<>();
    List<String> execute = new ArrayList<>();
    List<String> write = new ArrayList<>();
    List<String> environment = new ArrayList<>();
    int at = 0;
    while (at + 1 < arguments.length && !arguments[at].equals("--")) {
      String value = arguments[at + 1];
      switch (arguments[at]) {
        case "--files" -> files = files(value);
        case "--parent" -> parent = number(value);
        case "--user" -> user = number(value);
        case "--read" -> read.add(value);
        case "--device" -> devices.add(value);
        case "--execute" -> execute.add(value);
        case "--write" -> write.add(value);
        case "--env" -> environment.add(value);
        default -> throw new Refused(arguments[at] + " is not known; " + USAGE);
      }
      at += 2;
    }
    if (at + 1 >= arguments.length || !arguments[at + 1].startsWith("/")) {
      throw new Refused("no command by its full path; " + USAGE);
    }
    List<String> command = List.of(arguments).subList(at + 1, arguments.length);
    return new Policy(files, parent, user, read, devices, execute, write, environment, command);
  }

  private static Files files(String name) throws Refused {
    return switch (name) {
      case "landlock" -> Files.LANDLOCK;
      case "landlock-if-there" -> Files.LANDLOCK_IF_THERE;
      case "as-they-are" -> Files.AS_THEY_ARE;
      default -> throw new Refused(name + " is no way to keep from files; " + USAGE);
    };
  }

  private static long number(String text) throws Refused {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // The same as a number that cannot be.
    }
    throw new Refused(text + " is not the number of a process or user; " + USAGE);
  }

  boolean writesFiles() {
    return !write.isEmpty();
  }
}
