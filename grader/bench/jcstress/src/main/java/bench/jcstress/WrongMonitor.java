package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two methods lock two objects. */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class WrongMonitor {
  private final Object lock = new Object();
  private int value;

  @Actor
  public void first() {
    synchronized (this) {
      value++;
    }
  }

  @Actor
  public void second() {
    synchronized (lock) {
      value++;
    }
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = value;
  }
}
