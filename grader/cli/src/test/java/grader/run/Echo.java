package grader.run;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Says what it hears; after the end of its input it stays, until somebody ends it. */
final class Echo {

  private Echo() {}

  public static void main(String[] arguments) throws IOException {
    for (int heard = System.in.read(); heard >= 0; heard = System.in.read()) {
      System.out.write(heard);
      System.out.flush();
    }
    while (true) {
      LockSupport.park();
    }
  }
}
