package bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that was measured, kept in a file: one part can be measured anew without the others. */
final class Measurements {

  private final Path file;
  private final List<Measurement> all = new ArrayList<>();

  Measurements(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).forEach(row -> all.add(Measurement.parse(row)));
    }
  }

  void forget(String part, String program, String tool) {
    all.removeIf(one ->
        one.part().equals(part) && one.program().matches(program) && one.tool().matches(tool));
  }

  void add(Measurement one) throws IOException {
    all.add(one);
    Files.createDirectories(file.getParent());
    Files.write(file, all.stream().map(Measurement::row).toList());
    System.out.println(one.row());
  }

  List<String> programs(String part) {
    return all.stream()
        .filter(one -> one.part().equals(part))
        .map(Measurement::program)
        .distinct()
        .sorted()
        .toList();
  }

  List<Measurement> of(String part, String program, Tool tool) {
    return all.stream()
        .filter(one -> one.part().equals(part))
        .filter(one -> one.program().equals(program))
        .filter(one -> one.tool().equals(tool.name()))
        .toList();
  }
}
