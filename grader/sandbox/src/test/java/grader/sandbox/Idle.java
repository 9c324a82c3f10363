package grader.sandbox;

import java.io.IOException;

/** Says that it has begun, and waits for the end of its input. */
final class Idle {

  private Idle() {}

  public static void main(String[] arguments) throws IOException {
    System.out.print('.');
    System.out.flush();
    int ignored = System.in.read();
  }
}
