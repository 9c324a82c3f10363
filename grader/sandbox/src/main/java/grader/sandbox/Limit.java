package grader.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of something the command may use (getrlimit(2)). Not its address space, of which a JVM
 * reserves much more than it uses.
 *
 * @param resource its number (asm-generic/resource.h)
 * @param most the limit, which is never raised
 */
record Limit(String name, int resource, long most) {

  // A worker that nobody ends any more, though it goes on computing.
  private static final long SECONDS_OF_PROCESSOR = 4 * 60 * 60;
  private static final long LARGEST_FILE = 256L << 20;

  // Nothing can be opened to write: this is for streams that somebody has led to a file.
  private static final long LARGEST_STREAM = 16L << 20;
  private static final long OPEN_FILES = 256;

  // They count for all processes of a user: of no use for one who has others.
  private static final long THREADS_OF_OWN_USER = 8_192;

  static List<Limit> of(Policy policy) {
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit("processor time", 0, SECONDS_OF_PROCESSOR));
    limits.add(new Limit("size of files", 1, policy.writesFiles() ? LARGEST_FILE : LARGEST_STREAM));
    limits.add(new Limit("core dumps", 4, 0));
    if (policy.user() != Policy.SAME_USER) {
      limits.add(new Limit("threads", 6, THREADS_OF_OWN_USER));
    }
    limits.add(new Limit("open files", 7, OPEN_FILES));
    return limits;
  }

  /** Sets both the soft and the hard limit. */
  void apply(Kernel kernel) throws Refused {
    Memory.Structure limit = kernel.memory().structure(16);
    kernel.call("limit of " + name, Call.PRLIMIT64, 0, resource, 0, limit.address());
    long hard = limit.bytes().getLong(8);
    // No limit at all is the largest number without a sign.
    long lower = Long.compareUnsigned(hard, most) < 0 ? hard : most;
    limit.bytes().putLong(0, lower).putLong(8, lower);
    kernel.call("limit of " + name, Call.PRLIMIT64, 0, resource, limit.address(), 0);
  }
}
