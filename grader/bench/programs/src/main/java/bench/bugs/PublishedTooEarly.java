package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Double-checked locking that publishes the object before it is complete. */
public final class PublishedTooEarly implements Program {
  private static final class Config {
    private volatile String value;
  }

  private volatile Config config;

  @Override
  public void run() throws Exception {
    Parallel.run(this::use, this::use);
  }

  private void use() {
    Check.that(config().value != null, "half-made");
  }

  private Config config() {
    if (config == null) {
      synchronized (this) {
        if (config == null) {
          config = new Config();
          config.value = "ready";
        }
      }
    }
    return config;
  }
}
