package grader.instrument;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Classes of this JDK as an earlier worker has rewritten them: to do that again is a fifth of all
 * that a worker does before its first test. Thread-safe.
 *
 * <p>A class is known by its name and its length, and a file of them by the JDK: the JVM hands out
 * the same class with its methods now in this order, now in that, so its bytes say nothing.
 */
final class Rewritten {

  private static final String KEPT = "grader.rewritten";
  private static final String WANTED = "grader.rewritten.new";
  private static final String JDK =
      System.getProperty("java.vm.version") + " in " + System.getProperty("java.home");

  private final Map<String, byte[]> kept;
  private final Map<String, byte[]> made = new ConcurrentHashMap<>();

  private Rewritten(Map<String, byte[]> kept) {
    this.kept = kept;
  }

  /** What the file holds that the command has named, if it has; nothing if it cannot be used. */
  static Rewritten kept() {
    @Nullable String file = System.getProperty(KEPT);
    try {
      return new Rewritten(file == null ? Map.of() : read(Path.of(file)));
    } catch (IOException unreadable) {
      return new Rewritten(Map.of());
    }
  }

  /** Null if it has to be rewritten now; empty if it stays as it is. */
  byte @Nullable [] find(String name, byte[] original) {
    return kept.get(key(name, original));
  }

  /**
   * @param bytes empty if it stays as it is
   */
  void made(String name, byte[] original, byte[] bytes) {
    made.put(key(name, original), bytes);
  }

  private static String key(String name, byte[] original) {
    // No concatenation: this is asked while the classes that it needs are being loaded.
    return name.concat(Integer.toString(original.length));
  }

  /** Writes down what has been made, if the command wants it for others. */
  void keep() {
    @Nullable String file = System.getProperty(WANTED);
    if (file != null) {
      try {
        write(Path.of(file));
      } catch (IOException impossible) {
        // Then there is none: everything works without it.
      }
    }
  }

  private static Map<String, byte[]> read(Path file) throws IOException {
    Map<String, byte[]> all = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int left = in.readUTF().equals(JDK) ? in.readInt() : 0;
      for (; left > 0; left--) {
        all.put(in.readUTF(), bytes(in, in.readInt()));
      }
    }
    return all;
  }

  private static byte[] bytes(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** In one step: another worker may do the same. */
  private void write(Path file) throws IOException {
    Path part = file.resolveSibling(ProcessHandle.current().pid() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      Map<String, byte[]> all = Map.copyOf(made);
      out.writeUTF(JDK);
      out.writeInt(all.size());
      for (Map.Entry<String, byte[]> one : all.entrySet()) {
        out.writeUTF(one.getKey());
        out.writeInt(one.getValue().length);
        out.write(one.getValue());
      }
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
