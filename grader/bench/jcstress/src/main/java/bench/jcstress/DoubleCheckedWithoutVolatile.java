package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Double-checked locking on a plain field. */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(expect = Expect.FORBIDDEN, desc = "half-made")
@State
public class DoubleCheckedWithoutVolatile {
  private static final class Config {
    private String value = "ready";
  }

  private Config config;

  private boolean isReady() {
    if (config == null) {
      synchronized (this) {
        if (config == null) {
          config = new Config();
        }
      }
    }
    return config.value != null;
  }

  @Actor
  public void first(ZZ_Result result) {
    result.r1 = isReady();
  }

  @Actor
  public void second(ZZ_Result result) {
    result.r2 = isReady();
  }
}
