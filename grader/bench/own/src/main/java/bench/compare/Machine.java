package bench.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine, as far as it matters for times. */
final class Machine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  static String describe() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s, %d processors, %s %s, %s, load at the end %.1f",
        model(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Jvm.pins() ? "each tool held on one processor" : "tools not held on one processor",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String model() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(PROCESSORS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
