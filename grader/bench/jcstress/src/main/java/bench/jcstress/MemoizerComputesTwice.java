package bench.jcstress;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Looks into a concurrent map and then computes. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "the bug")
@State
public class MemoizerComputesTwice {
  private final ConcurrentHashMap<String, Integer> cache = new ConcurrentHashMap<>();
  private final AtomicInteger computed = new AtomicInteger();

  private void value() {
    if (cache.get("a") == null) {
      cache.putIfAbsent("a", computed.incrementAndGet());
    }
  }

  @Actor
  public void first() {
    value();
  }

  @Actor
  public void second() {
    value();
  }

  @Arbiter
  public void end(I_Result result) {
    result.r1 = computed.get();
  }
}
