package grader.compile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** A source in memory, strictly UTF-8. */
final class SourceFile extends SimpleJavaFileObject {

  /** A source, or why it could not be read. */
  sealed interface Result {}

  record Read(SourceFile source) implements Result {}

  record Unreadable(SourceError error) implements Result {}

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "public\\s+(?:(?:final|abstract|sealed)\\s+)*(?:class|record|interface|enum)\\s+(\\w+)");

  private final String shown;
  private final String text;

  private SourceFile(Path file, String shown, String text) {
    super(file.toUri(), Kind.SOURCE);
    this.shown = shown;
    this.text = text;
  }

  /** A piece of Java from a page of text, named after the public class in it. */
  static SourceFile ofSample(String code) {
    Matcher type = PUBLIC_TYPE.matcher(code);
    String name = type.find() ? type.group(1) : "Sample";
    return new SourceFile(Path.of(name + ".java"), name + ".java", code);
  }

  static Result read(Path file, String shown) {
    try {
      return decode(file, shown, Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return new Unreadable(
          SourceError.of(shown, "this file cannot be read: " + unreadable.getMessage()));
    }
  }

  private static Result decode(Path file, String shown, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      long line =
          1
              + new String(bytes, 0, in.position(), StandardCharsets.UTF_8)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
      String message =
          "this file is not UTF-8 (byte " + (in.position() + 1) + "); save it as UTF-8";
      return new Unreadable(new SourceError(shown, line, 0, message, ""));
    }
    return new Read(new SourceFile(file, shown, withoutByteOrderMark(out.flip().toString())));
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  String shown() {
    return shown;
  }

  /** The text of a line, counted from 1; empty if there is none. */
  String line(long number) {
    List<String> lines = text.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get((int) number - 1) : "";
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
