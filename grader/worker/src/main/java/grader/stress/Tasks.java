package grader.stress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the operating system says of this process's threads. A thread that has been woken but has
 * not run yet still looks blocked to the JVM; the kernel knows better. Linux tells; elsewhere, and
 * in a sandbox without {@code /proc}, there is no answer.
 */
final class Tasks {

  private static final Path OWN = Path.of("/proc/self/task");

  // The JVM's compilers and collectors wake nobody, and may be busy for long. The canary may still
  // be on its way to sleep.
  private static final List<String> OTHERS =
      List.of(
          "C1 Compiler", "C2 Compiler", "GC Thread", "G1 ", "VM ", "Monitor Deflat", Canary.NAME);

  private Tasks() {}

  /**
   * How many threads run or are ready to run besides the calling one and the canary; 0 if nobody
   * can tell.
   */
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
      return isRunnable(
          new String(Files.readAllBytes(task.resolve("stat")), StandardCharsets.ISO_8859_1));
    } catch (IOException ended) {
      return false;
    }
  }

  /**
   * The name in parentheses may hold anything, parentheses too: the state follows the last one
   * (proc_pid_stat(5)).
   */
  private static boolean isRunnable(String stat) {
    int end = stat.lastIndexOf(')');
    String name = stat.substring(stat.indexOf('(') + 1, end);
    char state = stat.charAt(end + 2);
    return (state == 'R' || state == 'D') && OTHERS.stream().noneMatch(name::startsWith);
  }
}
