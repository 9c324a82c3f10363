package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A ring made for one producer is given two. */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class CircularBufferTwoProducers {
  private volatile int tail;

  private void put() {
    tail = tail + 1;
  }

  @Actor
  public void first() {
    put();
  }

  @Actor
  public void second() {
    put();
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = tail;
  }
}
