package grader.stress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the operating system says of this process's threads. A thread that has been woken but has
 * not run yet still looks blocked to the JVM; the kernel knows better. Linux tells; elsewhere, and
 * in a sandbox without {@code /proc}, there is no answer.
 */
final class Tasks {

  private static final Path OWN = Path.of("/proc/self/task");

  private Tasks() {}

  /** How many threads run or are ready to run besides the calling one; 0 if nobody can tell. */
  static int runnable() {
    int runnable = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(OWN)) {
      for (Path task : tasks) {
        runnable += isRunnable(task) ? 1 : 0;
      }
    } catch (IOException nobodyTells) {
      return 0;
    }
    // The calling thread itself runs.
    return Math.max(0, runnable - 1);
  }

  private static boolean isRunnable(Path task) {
    try {
      String stat =
          new String(Files.readAllBytes(task.resolve("stat")), StandardCharsets.ISO_8859_1);
      // The name in parentheses may hold anything, parentheses too: the state follows the last one
      // (proc_pid_stat(5)).
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state == 'R' || state == 'D';
    } catch (IOException ended) {
      return false;
    }
  }
}
