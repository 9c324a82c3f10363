package grader;

import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.protocol.Engine;
import grader.protocol.Job;
import grader.protocol.PlannedTest;
import grader.run.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the jobs of workers: what runs, and how often. */
record Jobs(Plan plan, Options options) {

  /** One round under the seed of the options. */
  Job job(
      Engine engine,
      Configuration configuration,
      List<HiddenTest> tests,
      Map<String, byte[]> classes) {
    return job(engine, configuration, tests, List.of(new Job.Round(options.seed(), classes)));
  }

  /** These rounds; their seeds are those of checks. */
  Job job(
      Engine engine, Configuration configuration, List<HiddenTest> tests, List<Job.Round> rounds) {
    return new Job(
        engine,
        rounds.stream().map(round -> ofWorker(configuration, round)).toList(),
        configuration.noise(),
        !options.profile().runsAll(),
        tests.stream().map(test -> planned(engine, configuration, test)).toList(),
        Optional.empty(),
        plan.classes());
  }

  private static Job.Round ofWorker(Configuration configuration, Job.Round round) {
    return new Job.Round(round.seed() ^ configuration.name().hashCode(), round.submission());
  }

  private PlannedTest planned(Engine engine, Configuration configuration, HiddenTest test) {
    return new PlannedTest(test.className(), test.method(), trials(engine, configuration, test));
  }

  private int trials(Engine engine, Configuration configuration, HiddenTest test) {
    return switch (engine) {
      case SEQUENTIAL -> 1;
      case EXPLORE -> options.schedules();
      case STRESS -> options.trials(test, configuration);
    };
  }
}
