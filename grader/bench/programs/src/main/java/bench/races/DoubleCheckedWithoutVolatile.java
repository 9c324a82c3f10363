package bench.races;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Double-checked locking on a plain field: the object may be seen half-made. */
public final class DoubleCheckedWithoutVolatile implements Program {
  private static final class Config {
    private String value = "ready";
  }

  private Config config;

  @Override
  public void run() throws Exception {
    Parallel.run(this::use, this::use);
  }

  private void use() {
    if (config == null) {
      synchronized (this) {
        if (config == null) {
          config = new Config();
        }
      }
    }
    Check.that(config.value != null, "half-made");
  }
}
