package java.util.concurrent.locks;

/** Only the name is the same. */
public class LockSupport {

  public static void park() {}
}
