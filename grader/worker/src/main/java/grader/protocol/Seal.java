package grader.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Marks frames as coming from whoever has the key, in this order: HMAC with SHA-256 (RFC 2104) over
 * the number of the frame and its bytes. Both ends count for themselves, so a frame that is left
 * out, repeated or moved does not fit either. For one thread at a time.
 *
 * <p>Written with {@link MessageDigest}: {@code javax.crypto} would take longer to load than a
 * worker takes for its first thousand schedules.
 */
public final class Seal {

  /** How long a key is, and a mark. */
  public static final int BYTES = 32;

  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final byte[] key;
  private final MessageDigest digest = sha256();
  private long frames;

  /**
   * @param key of {@link #BYTES} bytes, for one stream only
   */
  public Seal(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a key of " + key.length + " bytes");
    }
    this.key = Arrays.copyOf(key, BLOCK);
  }

  /** A key that nobody can guess. */
  public static byte[] newKey() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** The mark of the next frame. */
  byte[] next(byte[] frame) {
    digest.update(padded(INNER));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(frames++).array());
    byte[] inner = digest.digest(frame);
    digest.update(padded(OUTER));
    return digest.digest(inner);
  }

  /** Whether this is the mark of the next frame; takes as long whatever the answer is. */
  boolean fits(byte[] frame, byte[] mark) {
    return MessageDigest.isEqual(next(frame), mark);
  }

  private byte[] padded(byte pad) {
    byte[] block = key.clone();
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= pad;
    }
    return block;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
