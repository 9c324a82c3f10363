package bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** A flag without {@code volatile} stops a loop. */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "as it should be")
@Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "never seen")
@State
public class StopFlag {
  private boolean stop;

  @Actor
  public void loop() {
    while (!stop) {}
  }

  @Signal
  public void stop() {
    stop = true;
  }
}
