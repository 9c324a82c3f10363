package grader.kata;

import grader.testkit.Gate;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads the YAML between the two lines of dashes at the head of a README. */
final class FrontMatterReader {

  private static final String FENCE = "---";
  private static final Set<String> KEYS =
      Set.of("title", "level", "topics", "after", "class", "minutes", "points", "forbids", "tests");

  private final Path file;
  private final List<String> lines;
  private final Map<?, ?> values;

  private FrontMatterReader(Path file) {
    this.file = file;
    this.lines = TextFile.lines(file);
    this.values = values();
  }

  /**
   * @throws BrokenKata if it is not there or not valid; the message names file, line and what was
   *     expected
   */
  static FrontMatter read(Path readme) {
    return new FrontMatterReader(readme).frontMatter();
  }

  /** What comes after the front matter. */
  static String rest(Path readme) {
    List<String> lines = TextFile.lines(readme);
    int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(FENCE);
    return String.join("\n", lines.subList(end + 2, lines.size())).strip() + "\n";
  }

  private FrontMatter frontMatter() {
    for (Object key : values.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw broken(
            String.valueOf(key),
            "unknown key '" + key + "'; known are " + KEYS.stream().sorted().toList());
      }
    }
    return new FrontMatter(
        text("title"),
        text("level"),
        texts("topics"),
        texts("after"),
        text("class"),
        number("minutes", required("minutes")),
        points(),
        texts("forbids"),
        texts("tests"));
  }

  private Map<?, ?> values() {
    int end =
        lines.isEmpty() || !lines.getFirst().equals(FENCE)
            ? -1
            : lines.subList(1, lines.size()).indexOf(FENCE);
    if (end < 0) {
      throw new BrokenKata(
          file, 1, "expected front matter: YAML between two lines '" + FENCE + "' at the top");
    }
    try {
      Load yaml = new Load(LoadSettings.builder().build());
      if (yaml.loadFromString(String.join("\n", lines.subList(1, end + 1)))
          instanceof Map<?, ?> map) {
        return map;
      }
    } catch (MarkedYamlEngineException invalid) {
      throw new BrokenKata(
          file, markedLine(invalid), "this is not valid YAML: " + invalid.getProblem());
    }
    throw new BrokenKata(file, 2, "expected 'key: value' lines");
  }

  private static int markedLine(MarkedYamlEngineException invalid) {
    // The mark counts from 0 and does not see the first fence.
    return invalid.getProblemMark().map(mark -> mark.getLine() + 2).orElse(2);
  }

  private Map<Gate, Integer> points() {
    Map<Gate, Integer> points = new EnumMap<>(Gate.class);
    if (!(required("points") instanceof Map<?, ?> map)) {
      throw broken("points", "expected gates with points, as in {safety: 6, liveness: 4}");
    }
    map.forEach((gate, number) -> points.put(gate(String.valueOf(gate)), number("points", number)));
    return points;
  }

  private Gate gate(String name) {
    for (Gate gate : Gate.values()) {
      if (gate.name().toLowerCase(Locale.ROOT).equals(name)) {
        return gate;
      }
    }
    throw broken("points", "unknown gate '" + name + "'; expected safety, liveness or stretch");
  }

  private int number(String key, Object value) {
    if (value instanceof Integer number && number >= 0) {
      return number;
    }
    throw broken(key, "expected a whole number, not '" + value + "'");
  }

  private String text(String key) {
    if (required(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw broken(key, "expected some text for '" + key + "'");
  }

  private List<String> texts(String key) {
    if (required(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String::valueOf).toList();
    }
    throw broken(key, "expected a list for '" + key + "', as in [one, two]");
  }

  private Object required(String key) {
    return Optional.<Object>ofNullable(values.get(key))
        .orElseThrow(() -> new BrokenKata(file, 1, "the front matter lacks '" + key + "'"));
  }

  private BrokenKata broken(String key, String expected) {
    int line = 1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key + ":")) {
        line = i + 1;
        break;
      }
    }
    return new BrokenKata(file, line, expected);
  }
}
