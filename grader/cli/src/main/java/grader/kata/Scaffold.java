package grader.kata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The first files of a new kata: small, compiling, to be replaced one by one.
 *
 * @param name {@code 12-barrier}
 */
public record Scaffold(Path root, String name) {

  private static final List<String> FILES =
      List.of(
          "README.md",
          "stub/PACKAGE/CLASS.java",
          "src/PACKAGE/CLASS.java",
          "tests/PACKAGE/hidden/ContractTest.java",
          "tests/PACKAGE/hidden/ConcurrencyTest.java",
          "solutions/monitor/PACKAGE/CLASS.java",
          "solutions/atomic/PACKAGE/CLASS.java",
          "impostors/no-lock/PACKAGE/CLASS.java");

  /**
   * Writes them and returns where they are.
   *
   * @throws UncheckedIOException if one of them is there already: nothing is ever overwritten
   */
  public List<Path> write() {
    Path folder = root.resolve("katas").resolve(name);
    List<Path> written = new ArrayList<>();
    try {
      if (Files.exists(folder)) {
        throw new FileAlreadyExistsException(folder.toString());
      }
      for (String file : FILES) {
        written.add(write(folder.resolve(filled(file)), file));
      }
      written.add(write(root.resolve("hints/katas").resolve(name + ".md"), "hints.md"));
      return written;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path write(Path file, String template) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file, filled(text(template)), java.nio.file.StandardOpenOption.CREATE_NEW);
  }

  private String filled(String text) {
    String slug = name.substring(name.indexOf('-') + 1);
    String words = slug.replace('-', ' ');
    return text.replace("PACKAGE", slug.replace("-", ""))
        .replace("CLASS", className(slug))
        .replace("TITLE", capitalised(words))
        .replace("NAME", name);
  }

  private static String className(String slug) {
    return Arrays.stream(slug.split("-")).map(Scaffold::capitalised).collect(Collectors.joining());
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The stub and the learner's copy are the same file. */
  private static String text(String file) throws IOException {
    String resource = "scaffold/" + file.replace("src/", "stub/") + ".txt";
    try (InputStream stream = Scaffold.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("the grader's own file " + resource + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
