package bench.bugs;

import bench.Parallel;
import bench.Program;

/** Appends another buffer by its length and then its characters; it shrinks in between. */
public final class AppendWhileTruncated implements Program {
  private static final class Buffer {
    private final char[] characters = new char[8];
    private int length;

    synchronized int length() {
      return length;
    }

    synchronized void setLength(int newLength) {
      length = newLength;
    }

    synchronized char at(int index) {
      if (index >= length) {
        throw new IndexOutOfBoundsException(index);
      }
      return characters[index];
    }

    synchronized void append(Buffer other) {
      int count = other.length();
      for (int i = 0; i < count; i++) {
        characters[length + i] = other.at(i);
      }
      length += count;
    }
  }

  private final Buffer target = new Buffer();
  private final Buffer source = new Buffer();

  @Override
  public void run() throws Exception {
    source.setLength(2);
    Parallel.run(() -> target.append(source), () -> source.setLength(0));
  }
}
