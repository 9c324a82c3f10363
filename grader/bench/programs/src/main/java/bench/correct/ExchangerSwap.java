package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.Exchanger;

/** Two threads swap what they have. */
public final class ExchangerSwap implements Program {
  private final Exchanger<String> exchanger = new Exchanger<>();

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> Check.that(exchanger.exchange("a").equals("b"), "not swapped"),
        () -> Check.that(exchanger.exchange("b").equals("a"), "not swapped"));
  }
}
