package safecounter.hidden;

import safecounter.LatencyStats;

/** One call, to be made on the object under test and on the model; its answers are comparable. */
sealed interface Call {

  String DONE = "done";

  Object on(LatencyStats stats);

  Object on(Model model);

  record Add(long value) implements Call {
    @Override
    public Object on(LatencyStats stats) {
      stats.record(value);
      return DONE;
    }

    @Override
    public Object on(Model model) {
      model.record(value);
      return DONE;
    }
  }

  record AddIfBelow(long maxCount, long value) implements Call {
    @Override
    public Object on(LatencyStats stats) {
      return stats.recordIfBelow(maxCount, value);
    }

    @Override
    public Object on(Model model) {
      return model.recordIfBelow(maxCount, value);
    }
  }

  record Look() implements Call {
    @Override
    public Object on(LatencyStats stats) {
      return stats.snapshot();
    }

    @Override
    public Object on(Model model) {
      return model.snapshot();
    }
  }

  record Drain() implements Call {
    @Override
    public Object on(LatencyStats stats) {
      return stats.drain();
    }

    @Override
    public Object on(Model model) {
      return model.drain();
    }
  }
}
