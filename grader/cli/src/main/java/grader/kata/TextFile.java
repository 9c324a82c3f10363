package grader.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a text of a kata; that it is missing or not UTF-8 is the kata's fault. */
final class TextFile {

  private TextFile() {}

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException missing) {
      throw new BrokenKata(file, 0, "this file is missing");
    } catch (MalformedInputException notUtf8) {
      throw new BrokenKata(file, 0, "this file is not UTF-8; save it as UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
