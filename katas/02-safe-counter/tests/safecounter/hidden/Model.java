package safecounter.hidden;

import java.util.ArrayList;
import java.util.List;
import safecounter.LatencyStats.Snapshot;

/** What the contract says, for one thread: a list of the observations. */
final class Model {

  private final List<Long> observations;

  Model() {
    this(List.of());
  }

  private Model(List<Long> observations) {
    this.observations = new ArrayList<>(observations);
  }

  Model copy() {
    return new Model(observations);
  }

  void record(long value) {
    observations.add(value);
  }

  boolean recordIfBelow(long maxCount, long value) {
    return observations.size() < maxCount && observations.add(value);
  }

  Snapshot snapshot() {
    return new Snapshot(
        observations.size(),
        observations.stream().mapToLong(value -> value).sum(),
        observations.stream().mapToLong(value -> value).min().orElse(Long.MAX_VALUE),
        observations.stream().mapToLong(value -> value).max().orElse(Long.MIN_VALUE));
  }

  Snapshot drain() {
    Snapshot taken = snapshot();
    observations.clear();
    return taken;
  }
}
