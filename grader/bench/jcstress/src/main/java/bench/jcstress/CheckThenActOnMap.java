package bench.jcstress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Reads and writes a map in two steps. */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class CheckThenActOnMap {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  private void count() {
    Integer old = counts.get("a");
    counts.put("a", old == null ? 1 : old + 1);
  }

  @Actor
  public void first() {
    count();
  }

  @Actor
  public void second() {
    count();
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = counts.get("a");
  }
}
