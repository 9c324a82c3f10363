package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** The JVM makes the instance when it is first asked for. */
public final class HolderIdiom implements Program {
  private static final class Holder {
    private static final StringBuilder INSTANCE = new StringBuilder("ready");
  }

  @Override
  public void run() throws Exception {
    Object[] seen = new Object[2];
    Parallel.run(() -> seen[0] = Holder.INSTANCE, () -> seen[1] = Holder.INSTANCE);
    Check.that(seen[0] != null && seen[0] == seen[1], "two instances");
  }
}
