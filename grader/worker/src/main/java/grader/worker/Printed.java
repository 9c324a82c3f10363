package grader.worker;

import grader.protocol.Event;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keeps what is printed, up to a limit, and counts the rest. Thread-safe. */
final class Printed extends OutputStream {

  private static final int MOST_BYTES = 16_384;

  private final byte[] kept = new byte[MOST_BYTES];
  private int size;
  private long dropped;

  private Printed() {}

  /** From now on, standard output and error end here, and standard input is empty. */
  static Printed replacingStandardStreams() {
    Printed printed = new Printed();
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    System.setIn(InputStream.nullInputStream());
    return printed;
  }

  @Override
  public synchronized void write(int next) {
    if (size < MOST_BYTES) {
      kept[size++] = (byte) next;
    } else {
      dropped++;
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int room = Math.min(length, MOST_BYTES - size);
    System.arraycopy(bytes, offset, kept, size, room);
    size += room;
    dropped += length - room;
  }

  /** What was printed since the last call. */
  synchronized Optional<Event> take() {
    if (size == 0) {
      return Optional.empty();
    }
    Event event = new Event.Printed(new String(kept, 0, size, StandardCharsets.UTF_8), dropped);
    size = 0;
    dropped = 0;
    return Optional.of(event);
  }
}
