import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints a map of what the tests reach: each package with its lines and how many of them ran. It sets no limit. Maven
 * starts it from this source, on the Java that Maven itself runs on, with the CSV files of JaCoCo as arguments.
 */
final class Coverage {

  private record Lines(int missed, int covered) {

    Lines plus(Lines other) {
      return new Lines(missed + other.missed, covered + other.covered);
    }

    String row(String name) {
      int all = missed + covered;
      return String.format("%-24s %6d %5d %%", name, all, all == 0 ? 100 : 100 * covered / all);
    }
  }

  public static void main(String[] files) throws IOException {
    Map<String, Lines> packages = new TreeMap<>();
    for (String file : files) {
      // Not there when no tests have run.
      if (Files.exists(Path.of(file))) {
        read(Path.of(file), packages);
      }
    }
    if (!packages.isEmpty()) {
      print(packages);
    }
  }

  private static void read(Path file, Map<String, Lines> packages) throws IOException {
    Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(columns -> packages.merge(columns[1], lines(columns), Lines::plus));
  }

  private static Lines lines(String[] columns) {
    return new Lines(Integer.parseInt(columns[7]), Integer.parseInt(columns[8]));
  }

  private static void print(Map<String, Lines> packages) {
    System.out.printf("%nReached by tests          lines%n");
    packages.forEach((name, lines) -> System.out.println(lines.row(name)));
    Lines all = packages.values().stream().reduce(new Lines(0, 0), Lines::plus);
    System.out.println(all.row("all"));
  }
}
