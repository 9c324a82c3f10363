package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Reads in one critical section and writes in another. */
@JCStressTest
@Outcome(id = "120", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class AccountReadOutsideLock {
  private int balance = 100;

  private void add(int amount) {
    int next;
    synchronized (this) {
      next = balance + amount;
    }
    synchronized (this) {
      balance = next;
    }
  }

  @Actor
  public void first() {
    add(50);
  }

  @Actor
  public void second() {
    add(-30);
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = balance;
  }
}
