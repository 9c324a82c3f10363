package grader.protocol;

/** Only the name is the same. */
public final class Channel {

  public static boolean isOpen() {
    return true;
  }
}
