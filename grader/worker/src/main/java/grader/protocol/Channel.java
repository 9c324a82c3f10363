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
 * Frames on byte streams: a length, then one record, then its mark if the stream is sealed. For one
 * thread at a time.
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
    byte[] frame = bytes(type, value);
    write(out, frame, new byte[0]);
  }

  /** The same on a sealed stream. */
  public static void send(OutputStream out, Class<?> type, Record value, Seal seal)
      throws IOException {
    byte[] frame = bytes(type, value);
    write(out, frame, seal.next(frame));
  }

  private static byte[] bytes(Class<?> type, Record value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordCodec.write(new DataOutputStream(bytes), type, value);
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, byte[] frame, byte[] mark) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(frame.length + Long.BYTES);
    new DataOutputStream(whole).writeInt(frame.length);
    whole.writeBytes(frame);
    whole.writeBytes(mark);
    whole.writeTo(out);
    out.flush();
  }

  /**
   * Reads the next record; empty when the stream has ended between two frames.
   *
   * @throws IOException if what is there is not a whole frame of this type
   */
  public static <T> Optional<T> receive(InputStream in, Class<T> type) throws IOException {
    Optional<byte[]> frame = read(in);
    return frame.isEmpty() ? Optional.empty() : Optional.of(parse(frame.get(), type));
  }

  /**
   * The same on a sealed stream.
   *
   * @throws IOException if what is there is not the next frame of who has the key
   */
  public static <T> Optional<T> receive(InputStream in, Class<T> type, Seal seal)
      throws IOException {
    Optional<byte[]> frame = read(in);
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    if (!seal.fits(frame.get(), in.readNBytes(Seal.BYTES))) {
      throw new IOException("a frame of somebody else");
    }
    return Optional.of(parse(frame.get(), type));
  }

  private static Optional<byte[]> read(InputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    DataInputStream head = new DataInputStream(in);
    int size = (first << 24) | (head.readUnsignedByte() << 16) | head.readUnsignedShort();
    if (size < 0 || size > MOST_BYTES) {
      throw new IOException("not a frame");
    }
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("a frame was cut off");
    }
    return Optional.of(bytes);
  }

  private static <T> T parse(byte[] frame, Class<T> type) throws IOException {
    return type.cast(RecordCodec.read(new DataInputStream(new ByteArrayInputStream(frame)), type));
  }
}
