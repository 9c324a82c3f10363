package grader.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Frames on byte streams: a length, then one record. Sending is thread-safe; receiving is for one
 * thread.
 */
public final class Channel {

  /** Exit status of a worker that met a fault of its own. */
  public static final int WORKER_IS_BROKEN = 70;

  /** Exit status of a worker that can no longer send: somebody has closed its standard output. */
  public static final int EVENTS_ARE_CUT_OFF = 71;

  private static final int MOST_BYTES = 64 << 20;

  private Channel() {}

  /** Writes one record and flushes. */
  public static void send(OutputStream out, Class<?> type, Record value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordCodec.write(new DataOutputStream(bytes), type, value);
    synchronized (out) {
      DataOutputStream frame = new DataOutputStream(out);
      frame.writeInt(bytes.size());
      bytes.writeTo(frame);
      frame.flush();
    }
  }

  /**
   * Reads the next record; empty when the stream has ended between two frames.
   *
   * @throws IOException if what is there is not a whole frame of this type
   */
  public static <T> Optional<T> receive(InputStream in, Class<T> type) throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    DataInputStream frame = new DataInputStream(in);
    int size = (first << 24) | (frame.readUnsignedByte() << 16) | frame.readUnsignedShort();
    if (size < 0 || size > MOST_BYTES) {
      throw new IOException("not a frame");
    }
    byte[] bytes = frame.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("a frame was cut off");
    }
    return Optional.of(
        type.cast(RecordCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)), type)));
  }
}
