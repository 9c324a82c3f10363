package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads count without a lock. */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class NonAtomicCounter {
  private int count;

  @Actor
  public void first() {
    count++;
  }

  @Actor
  public void second() {
    count++;
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = count;
  }
}
