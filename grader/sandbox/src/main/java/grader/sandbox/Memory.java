package grader.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Structures as C has them. They are written through buffers: for each kind of access to a {@link
 * MemorySegment} the JVM would first make code, which costs the start a millisecond or two.
 */
final class Memory {

  private final Arena arena;

  /**
   * @param arena what is allocated lasts as long as this
   */
  Memory(Arena arena) {
    this.arena = arena;
  }

  /** A structure, and where it is. */
  record Structure(ByteBuffer bytes, long address) {}

  /** A structure of zeros. */
  Structure structure(int size) {
    MemorySegment segment = arena.allocate(size, 8);
    return new Structure(segment.asByteBuffer().order(ByteOrder.nativeOrder()), segment.address());
  }

  /** The address of a string, which ends with a zero. */
  long string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Structure string = structure(bytes.length + 1);
    string.bytes().put(bytes);
    return string.address();
  }

  /** The address of an array of strings, which ends with a zero. */
  long strings(List<String> texts) {
    Structure array = structure(8 * (texts.size() + 1));
    for (String text : texts) {
      array.bytes().putLong(string(text));
    }
    return array.address();
  }
}
