package grader.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream to its end on a thread of its own and keeps the first few thousand bytes. */
final class Complaints {

  private static final int MOST_BYTES = 8_192;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread reader;

  Complaints(InputStream stream) {
    this.reader = Thread.ofPlatform().daemon().name("read complaints").start(() -> read(stream));
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[MOST_BYTES];
    try {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        kept.write(buffer, 0, Math.min(count, MOST_BYTES - kept.size()));
      }
    } catch (IOException ended) {
      // The process was killed: what we have is all there is.
    }
  }

  /** Waits for the end of the stream. */
  String text() {
    try {
      reader.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return kept.toString(StandardCharsets.UTF_8).strip();
  }
}
