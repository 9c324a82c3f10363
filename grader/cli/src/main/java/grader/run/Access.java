package grader.run;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a worker cannot do without, beside the JDK.
 *
 * @param read files that it may read
 * @param write folders that it may write
 */
record Access(List<Path> read, List<Path> write) {
  Access {
    read = List.copyOf(read);
    write = List.copyOf(write);
  }
}
