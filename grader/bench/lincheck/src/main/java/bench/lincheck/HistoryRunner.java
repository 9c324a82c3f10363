package bench.lincheck;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** Has Lincheck draw programs for a structure, run them, and check their histories. */
final class HistoryRunner {

  private static final int INVOCATIONS = 1_000;
  private static final double LONG_ENOUGH = 0.6;

  private HistoryRunner() {}

  static void main(String[] arguments) throws ReflectiveOperationException {
    String simple = arguments[1].substring(arguments[1].lastIndexOf('.') + 1);
    Class<?> test = Class.forName("bench.lincheck.Histories$" + simple);
    if (arguments[0].equals("speed")) {
      speed(test, Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
    } else {
      search(test, Integer.parseInt(arguments[2]));
    }
  }

  /** As large as the programs of explore can be, with two threads. */
  private static void search(Class<?> test, int invocations) {
    try {
      options(test)
          .actorsBefore(2)
          .actorsPerThread(3)
          .invocationsPerIteration(invocations)
          .check(test);
      System.out.println("NOTHING " + Counting.histories() + " " + Runner.millis());
    } catch (LincheckAssertionError found) {
      System.out.println(
          "FOUND " + Counting.histories() + " " + Runner.millis() + " " + Runner.firstLine(found));
    }
  }

  /**
   * As large as the programs of explore are on average. Their number doubles until they take long
   * enough; only the last call counts.
   */
  private static void speed(Class<?> test, long warmSeconds, long seconds) {
    long start = System.nanoTime();
    int programs = 1;
    while (true) {
      boolean warm = System.nanoTime() - start > warmSeconds * 1e9;
      long historiesBefore = Counting.histories();
      long before = System.nanoTime();
      options(test)
          .actorsBefore(1)
          .actorsPerThread(2)
          .iterations(programs)
          .invocationsPerIteration(INVOCATIONS)
          .check(test);
      double took = (System.nanoTime() - before) / 1e9;
      if (warm && took > seconds * LONG_ENOUGH) {
        System.out.println("RATE " + (Counting.histories() - historiesBefore) / took);
        return;
      }
      programs *= 2;
    }
  }

  private static ModelCheckingOptions options(Class<?> test) {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsAfter(1)
        .sequentialSpecification(Histories.sequential(test.getSimpleName()))
        .verifier(Counting.class);
  }
}
