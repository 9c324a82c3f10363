package grader.audit.mutants;

import grader.kata.BrokenKata;
import grader.kata.Kata;
import grader.kata.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code docs/mutants/04-semaphore.yaml}: what was said about mutants of each solution. */
final class Reviews {

  private final Path file;

  Reviews(Kata kata) {
    this.file =
        kata.folder().resolveSibling("../docs/mutants/" + kata.name() + ".yaml").normalize();
  }

  /** The digest of a solution's sources, their names included. */
  static String digest(Submission solution) {
    CRC32 sum = new CRC32();
    for (Path source : solution.sources()) {
      try {
        String name = solution.shown(source);
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        sum.update(Files.readString(source).replace("\r", "").getBytes(StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return "%08x".formatted(sum.getValue());
  }

  /**
   * The reviews by the names of solutions, as in {@code solutions/monitor}.
   *
   * @throws BrokenKata if the file is not what it must be
   */
  Map<String, Review> read() {
    Map<String, Review> reviews = new TreeMap<>();
    if (Files.exists(file)) {
      map(loaded())
          .forEach((solution, review) -> reviews.put("solutions/" + solution, review(map(review))));
    }
    return reviews;
  }

  private Object loaded() {
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    } catch (YamlEngineException malformed) {
      throw new BrokenKata(file, 0, String.valueOf(malformed.getMessage()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Review review(Map<?, ?> review) {
    Map<String, String> equivalent = new HashMap<>();
    for (Object group : list(review.get("equivalent"))) {
      Map<?, ?> one = map(group);
      String because = String.valueOf(one.get("because")).strip();
      for (Object mutant : list(one.get("mutants"))) {
        if (equivalent.put(String.valueOf(mutant), because) != null) {
          throw new BrokenKata(file, 0, "twice: " + mutant);
        }
      }
    }
    return new Review(String.valueOf(review.get("reviewed")), equivalent);
  }

  private Map<?, ?> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new BrokenKata(file, 0, "expected keys and values, found " + value);
  }

  private List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new BrokenKata(file, 0, "expected a list, found " + value);
  }
}
