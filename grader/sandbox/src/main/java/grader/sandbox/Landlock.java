package grader.sandbox;

import java.io.File;
import java.util.List;

/**
 * Keeps a thread, and what it becomes, from files, TCP ports, and from processes outside
 * (linux/landlock.h). All rights are taken that this kernel knows how to take, up to version 7 of
 * the interface; what it can do is handled even if nothing is given back.
 */
final class Landlock {

  private static final int ONLY_TELL_VERSION = 1;
  private static final int UNKNOWN = 38;
  private static final int SWITCHED_OFF = 95;
  private static final int BELOW_PATH = 1;
  private static final int RULE_BYTES = 12;

  private static final long EXECUTE = 1;
  private static final long WRITE = 1 << 1;
  private static final long READ = 1 << 2;
  private static final long LIST = 1 << 3;
  private static final long TRUNCATE = 1 << 14;

  // What a rule for a single file may name.
  private static final long OF_FILES = EXECUTE | WRITE | READ | TRUNCATE;

  private static final long DEVICE_CONTROL = 1 << 15;
  private static final long BIND_AND_CONNECT_TCP = 3;
  private static final long ABSTRACT_SOCKETS_AND_SIGNALS = 3;

  private static final long HERE = -100;
  private static final long ONLY_AS_PATH = 0x280000;

  private final Kernel kernel;
  private final Policy policy;

  Landlock(Kernel kernel, Policy policy) {
    this.kernel = kernel;
    this.policy = policy;
  }

  /**
   * From here on, nothing but what the policy gives.
   *
   * @throws Refused if the kernel has no Landlock and the policy wants it, or if a path is missing
   */
  void apply() throws Refused {
    switch (policy.files()) {
      case LANDLOCK -> restrict(version());
      case LANDLOCK_IF_THERE -> {
        if (isThere()) {
          restrict(version());
        }
      }
      case AS_THEY_ARE -> {}
    }
  }

  /** The version of the interface. */
  long version() throws Refused {
    return kernel.call("Landlock", Call.LANDLOCK_CREATE_RULESET, 0, 0, ONLY_TELL_VERSION);
  }

  /** All that comes before; what it makes is not in force. */
  long prepare(long version) throws Refused {
    long handled = fileRights(version);
    long rules = ruleset(version, handled);
    allow(rules, policy.read(), (READ | LIST) & handled);
    allow(rules, policy.devices(), (READ | WRITE) & handled);
    allow(rules, policy.execute(), (READ | EXECUTE) & handled);
    allow(rules, policy.write(), handled & ~(EXECUTE | DEVICE_CONTROL));
    return rules;
  }

  private void restrict(long version) throws Refused {
    kernel.call("Landlock, restrict", Call.LANDLOCK_RESTRICT_SELF, prepare(version), 0);
  }

  /** Whether this kernel has it. */
  boolean isThere() {
    int error = kernel.errorOf(Call.LANDLOCK_CREATE_RULESET, 0, 0, ONLY_TELL_VERSION);
    return error != UNKNOWN && error != SWITCHED_OFF;
  }

  /** Each version has those of the one before, and some more. */
  static long fileRights(long version) {
    int count;
    if (version >= 5) {
      count = 16;
    } else if (version >= 3) {
      count = 15;
    } else {
      count = version == 2 ? 14 : 13;
    }
    return (1L << count) - 1;
  }

  /** An older kernel takes a shorter structure. */
  private long ruleset(long version, long handled) throws Refused {
    Memory.Structure attributes = kernel.memory().structure(24);
    attributes.bytes().putLong(handled);
    attributes.bytes().putLong(BIND_AND_CONNECT_TCP);
    attributes.bytes().putLong(ABSTRACT_SOCKETS_AND_SIGNALS);
    int size = 8;
    if (version >= 4) {
      size = version >= 6 ? 24 : 16;
    }
    return kernel.call(
        "Landlock, rules", Call.LANDLOCK_CREATE_RULESET, attributes.address(), size, 0);
  }

  private void allow(long rules, List<String> paths, long rights) throws Refused {
    Memory.Structure rule = kernel.memory().structure(RULE_BYTES);
    for (String path : paths) {
      long file =
          kernel.call(
              "Landlock, open " + path,
              Call.OPENAT,
              HERE,
              kernel.memory().string(path),
              ONLY_AS_PATH);
      long fitting = new File(path).isDirectory() ? rights : rights & OF_FILES;
      rule.bytes().putLong(0, fitting).putInt(8, (int) file);
      kernel.call(
          "Landlock, allow " + path, Call.LANDLOCK_ADD_RULE, rules, BELOW_PATH, rule.address(), 0);
    }
  }
}
