package grader.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Starts an {@link Echo}, says which process it is once it has answered, and stays. */
final class EchoParent {

  private EchoParent() {}

  public static void main(String[] arguments) throws IOException {
    Process echo = StarterEndToEndTest.echo(Path.of(arguments[0]));
    echo.getOutputStream().write('x');
    echo.getOutputStream().flush();
    int ignored = echo.getInputStream().read();
    System.out.println(echo.pid());
    while (true) {
      LockSupport.park();
    }
  }
}
