package grader.diagnose;

import grader.kata.BrokenKata;
import grader.kata.Kata;
import grader.protocol.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the impostors of a kata fail: {@code hints/katas/04-semaphore.tsv}, a line for each sign. The
 * audit writes it.
 */
public record Behaviours(List<Behaviour> all) {

  private static final String HEAD = "mistake\ttest\tengine\tkind\tdetail\tbug\trace\tmeans";
  private static final int COLUMNS = 8;

  public Behaviours {
    all = List.copyOf(all);
  }

  /** Where they stand. */
  public static Path file(Kata kata) {
    return kata.hints().resolveSibling(kata.name() + ".tsv");
  }

  /**
   * Reads them; there are none if there is no file.
   *
   * @throws BrokenKata if a line is not what it must be
   */
  public static Behaviours of(Kata kata) {
    Path file = file(kata);
    try {
      return Files.exists(file) ? parse(file, Files.readAllLines(file)) : new Behaviours(List.of());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Behaviours parse(Path file, List<String> lines) {
    Map<String, List<Sign>> signs = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length != COLUMNS) {
        throw new BrokenKata(
            file, i + 1, "expected %d columns, not %d".formatted(COLUMNS, columns.length));
      }
      signs
          .computeIfAbsent(columns[0], mistake -> new ArrayList<>())
          .add(
              new Sign(
                  columns[1],
                  engine(file, i, columns[2]),
                  columns[3],
                  columns[4],
                  columns[5],
                  columns[6],
                  columns[7]));
    }
    return new Behaviours(
        signs.entrySet().stream()
            .map(entry -> new Behaviour(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static Engine engine(Path file, int line, String name) {
    for (Engine engine : Engine.values()) {
      if (engine.name().equals(name)) {
        return engine;
      }
    }
    throw new BrokenKata(file, line + 1, "expected an engine, not '" + name + "'");
  }

  /** As the file has them. */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (Behaviour one : all) {
      for (Sign sign : one.signs()) {
        text.append(
            String.join(
                "\t",
                one.mistake(),
                sign.test(),
                sign.engine().name(),
                sign.kind(),
                sign.detail(),
                sign.bug(),
                sign.race(),
                sign.means()));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** The mistakes, the most alike first; of equals the one that stands first. */
  public List<String> nearest(Sign sign) {
    return all.stream()
        .sorted(Comparator.comparingInt((Behaviour one) -> one.likeness(sign)).reversed())
        .map(Behaviour::mistake)
        .toList();
  }

  /** Whether nothing looks more like this than that mistake does. */
  public boolean recognises(String mistake, Sign sign) {
    int most = all.stream().mapToInt(one -> one.likeness(sign)).max().orElse(0);
    return all.stream()
        .anyMatch(one -> one.mistake().equals(mistake) && one.likeness(sign) == most);
  }

  /** The mistake that this looks like; none unless it shows as the same bug. */
  public Optional<String> mistake(Sign sign) {
    return nearest(sign).stream().findFirst().filter(name -> shows(name, sign.bug()));
  }

  private boolean shows(String mistake, String bug) {
    return all.stream()
        .filter(one -> one.mistake().equals(mistake))
        .flatMap(one -> one.signs().stream())
        .anyMatch(sign -> sign.bug().equals(bug));
  }
}
