package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** The last should finish the whole, but both count at once. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class CombineForgetsToFinish {
  private volatile int remaining = 2;
  private volatile boolean finished;

  private void arrive() {
    remaining--;
    if (remaining == 0) {
      finished = true;
    }
  }

  @Actor
  public void first() {
    arrive();
  }

  @Actor
  public void second() {
    arrive();
  }

  @Arbiter
  public void end(Z_Result result) {
    result.r1 = finished;
  }
}
