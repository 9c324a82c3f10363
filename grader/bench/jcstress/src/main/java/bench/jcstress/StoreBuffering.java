package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads write one plain field each and read the other. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "both read the old value")
@Outcome(expect = Expect.ACCEPTABLE, desc = "as it should be")
@State
public class StoreBuffering {
  private int x;
  private int y;

  @Actor
  public void first(II_Result result) {
    x = 1;
    result.r1 = y;
  }

  @Actor
  public void second(II_Result result) {
    y = 1;
    result.r2 = x;
  }
}
