package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Looks before it locks, but not again after. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class LazyInitWithoutSecondCheck {
  private volatile Object instance;
  private int made;

  private void make() {
    if (instance == null) {
      synchronized (this) {
        made++;
        instance = new Object();
      }
    }
  }

  @Actor
  public void first() {
    make();
  }

  @Actor
  public void second() {
    make();
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = made;
  }
}
