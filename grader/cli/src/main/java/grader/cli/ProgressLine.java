package grader.cli;

import grader.protocol.Engine;
import grader.run.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One line that is written over and over, and taken away in the end. Thread-safe. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int COLUMNS = 79;
  private static final String BEGIN_AND_ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown;

  // Guarded by this.
  private String test = "";
  private long last;

  /** Shows itself at once, so that nobody wonders whether anything happens. */
  ProgressLine(Session session, String kata) {
    this.err = session.context().err();
    this.shown = session.context().animated() && !session.quiet() && !session.linear();
    write("checking " + kata + " ...");
  }

  @Override
  public synchronized void at(Engine engine, String configuration, String nowTesting, int trials) {
    long now = System.nanoTime();
    if (!nowTesting.equals(test) || now - last >= NANOS_BETWEEN) {
      test = nowTesting;
      last = now;
      String name = engine.name().toLowerCase(Locale.ROOT);
      write("%s (%s)  %s  %d trials".formatted(name, configuration, nowTesting, trials));
    }
  }

  private void write(String line) {
    if (shown) {
      String cut = line.length() > COLUMNS ? line.substring(0, COLUMNS - 3) + "..." : line;
      err.print(BEGIN_AND_ERASE + cut);
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (shown) {
      err.print(BEGIN_AND_ERASE);
      err.flush();
    }
  }
}
