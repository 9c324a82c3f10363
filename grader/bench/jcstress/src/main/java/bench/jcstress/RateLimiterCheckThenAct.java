package bench.jcstress;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Compares and then decrements. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class RateLimiterCheckThenAct {
  private final AtomicInteger left = new AtomicInteger(1);
  private final AtomicInteger passed = new AtomicInteger();

  private void call() {
    if (left.get() > 0) {
      left.decrementAndGet();
      passed.incrementAndGet();
    }
  }

  @Actor
  public void first() {
    call();
  }

  @Actor
  public void second() {
    call();
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = passed.get();
  }
}
