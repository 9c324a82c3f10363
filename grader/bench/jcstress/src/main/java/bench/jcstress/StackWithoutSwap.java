package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A linked stack that sets its top instead of swapping it. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class StackWithoutSwap {
  private record Node(int item, Node next) {}

  private volatile Node top;

  @Actor
  public void first() {
    top = new Node(1, top);
  }

  @Actor
  public void second() {
    top = new Node(2, top);
  }

  @Arbiter
  public void end(Z_Result result) {
    result.r1 = top.next() != null;
  }
}
