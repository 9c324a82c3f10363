package grader;

import grader.kata.Submission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.zip.CRC32;

/**
 * One failing trial as a short word that can be copied: {@code x1-} for the first version of the
 * explore engine's schedules, then everything else in Crockford's base 32.
 *
 * @param submission fingerprint of the submission's sources, 16 bits
 * @param tests fingerprint of the hidden tests' sources, 16 bits
 * @param test number of the test among the kata's concurrent tests
 * @param seed the trial's: 32 bits for chance, and above them those parts that are left out
 * @param schedule as the engine writes it
 */
public record Token(int submission, int tests, int test, long seed, String schedule) {

  private static final String PREFIX = "x1-";
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int BITS = 5;
  private static final int MOST_CHARACTERS = 4_000;

  /** Not a token, or not a whole one. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** 16 bits of all sources of a tree, their names included. */
  static int fingerprint(Submission tree) {
    CRC32 sum = new CRC32();
    for (Path source : tree.sources()) {
      try {
        sum.update(
            tree.root()
                .relativize(source)
                .toString()
                .replace('\\', '/')
                .getBytes(StandardCharsets.UTF_8));
        sum.update(Files.readAllBytes(source));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return (int) (sum.getValue() & 0xffff);
  }

  @Override
  public String toString() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(submission);
      out.writeShort(tests);
      out.writeInt((int) seed);
      writeNumber(out, test);
      writeNumber(out, (int) (seed >>> Integer.SIZE));
      int last = 0;
      for (String entry : schedule.isEmpty() ? new String[0] : schedule.split(" ", -1)) {
        int colon = entry.indexOf(':');
        int choice = Integer.parseInt(entry.substring(0, colon));
        writeNumber(out, choice - last);
        writeNumber(out, Integer.parseInt(entry.substring(colon + 1)));
        last = choice;
      }
      out.writeByte(check(bytes.toByteArray()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return PREFIX + encoded(bytes.toByteArray());
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws Unreadable if it is anything else
   */
  public static Token parse(String text) {
    if (!text.startsWith(PREFIX) || text.length() > MOST_CHARACTERS) {
      throw new Unreadable("a token begins with " + PREFIX + "; this is none: " + cut(text));
    }
    byte[] bytes = decoded(text.substring(PREFIX.length()));
    int end = bytes.length - 1;
    if (end < 10 || bytes[end] != check(Arrays.copyOf(bytes, end))) {
      throw new Unreadable("this token is not whole, or it was mistyped: " + cut(text));
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end))) {
      int submission = in.readUnsignedShort();
      int tests = in.readUnsignedShort();
      long chance = in.readInt() & 0xffffffffL;
      int test = readNumber(in);
      long seed = chance | (long) readNumber(in) << Integer.SIZE;
      StringJoiner schedule = new StringJoiner(" ");
      int last = 0;
      while (in.available() > 0) {
        last += readNumber(in);
        schedule.add(last + ":" + readNumber(in));
      }
      return new Token(submission, tests, test, seed, schedule.toString());
    } catch (IOException cutOff) {
      throw new Unreadable("this token is not whole: " + cut(text));
    }
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  /** CRC-8 (polynomial 0x07): notices every change of one character, which is five bits. */
  private static byte check(byte[] bytes) {
    int sum = 0;
    for (byte next : bytes) {
      sum ^= next & 0xff;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        sum = (sum & 0x80) == 0 ? sum << 1 : (sum << 1) ^ 0x107;
      }
    }
    return (byte) sum;
  }

  /** Seven bits a byte, the highest set while more follow. */
  private static void writeNumber(DataOutputStream out, int number) throws IOException {
    int rest = number;
    while (rest > 0x7f) {
      out.writeByte(rest | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private static int readNumber(DataInputStream in) throws IOException {
    int number = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      int next = in.readUnsignedByte();
      number |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return number;
      }
    }
    throw new IOException("too long a number");
  }

  private static String encoded(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte next : bytes) {
      buffer = (buffer << Byte.SIZE) | (next & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(DIGITS.charAt((buffer >>> bits) & 0x1f));
      }
      buffer &= (1 << bits) - 1;
    }
    return bits == 0
        ? text.toString()
        : text.append(DIGITS.charAt(buffer << (BITS - bits))).toString();
  }

  private static byte[] decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      int value = DIGITS.indexOf(next);
      if (value < 0) {
        throw new Unreadable("a token has no '" + next + "' in it");
      }
      buffer = (buffer << BITS) | value;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.write(buffer >>> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes.toByteArray();
  }
}
