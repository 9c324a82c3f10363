package bench.jcstress;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import org.openjdk.jcstress.Main;

/**
 * Runs one test under jcstress: {@code search TEST}; prints one line that the comparison reads. It
 * tries all its JVM modes before it says anything.
 */
public final class Runner {

  private Runner() {}

  public static void main(String[] arguments) throws Exception {
    String results = Files.createTempDirectory("jcstress").toString();
    String[] options = {
      "-t",
      "bench.jcstress." + arguments[1] + "$",
      "-r",
      results,
      "-f",
      "1",
      "-iters",
      "3",
      "-time",
      "300",
      "-sc",
      "false",
      "-pth",
      "None"
    };
    try {
      Main.main(options);
      System.out.println("\nNOTHING ? " + millis());
    } catch (AssertionError found) {
      System.out.println("\nFOUND ? " + millis() + " forbidden outcome");
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static long millis() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
