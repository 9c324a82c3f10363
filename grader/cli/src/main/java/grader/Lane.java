package grader;

import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.protocol.Engine;
import grader.protocol.Job;
import grader.protocol.PlannedTest;
import grader.run.Configuration;
import grader.run.Deadline;
import grader.run.Installation;
import grader.run.Progress;
import grader.run.Transcript;
import grader.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The workers of one engine, one after the other. May be closed by another thread than the one that
 * runs it; then what that one brings back is of no use.
 */
final class Lane implements AutoCloseable {

  private final Engine engine;
  private final List<Configuration> configurations;
  private final Workers workers;
  private final Options options;
  private final Progress progress;

  Lane(
      Engine engine,
      List<Configuration> configurations,
      Installation installation,
      Deadline deadline,
      Options options,
      Progress progress) {
    this.engine = engine;
    this.configurations = options.engines().contains(engine) ? configurations : List.of();
    this.workers = new Workers(installation, deadline.ofPart());
    this.options = options;
    this.progress = progress;
  }

  /** Starts the first worker; it waits for its job. */
  void prepare() {
    configurations.stream().findFirst().ifPresent(workers::prepare);
  }

  /** Runs all that there is for this engine, or up to the first failure, or as time allows. */
  List<Transcript> run(Prepared prepared) {
    List<Transcript> transcripts = new ArrayList<>();
    for (Configuration configuration : configurations) {
      List<HiddenTest> left = tests(prepared.plan());
      while (!left.isEmpty() && goesOn(transcripts) && !workers.timeIsUp()) {
        Transcript transcript = run(prepared, configuration, left);
        transcripts.add(transcript);
        int done = transcript.runs().size();
        // A worker ends early if a trial has spoilt its JVM: another one does what is left.
        left = done == 0 || done >= left.size() ? List.of() : left.subList(done, left.size());
      }
    }
    return transcripts;
  }

  private List<HiddenTest> tests(Plan plan) {
    return engine == Engine.SEQUENTIAL ? plan.sequential() : plan.concurrent();
  }

  /** Whether there is any use in more of them. */
  boolean goesOn(List<Transcript> transcripts) {
    return options.profile().runsAll() || transcripts.stream().noneMatch(Transcript::failed);
  }

  private Transcript run(Prepared prepared, Configuration configuration, List<HiddenTest> tests) {
    Job job = job(prepared, configuration, tests);
    if (engine != Engine.EXPLORE) {
      return workers.run(job, configuration, progress);
    }
    // Another one gets ready to replay what fails.
    Progress first = new Once(() -> workers.prepare(configuration), progress);
    Transcript explored =
        workers.run(job, configuration, first).failingByRaces(options.profile().runsAll());
    return new Replays(workers, prepared).confirmed(explored);
  }

  private Job job(Prepared prepared, Configuration configuration, List<HiddenTest> tests) {
    List<PlannedTest> planned =
        tests.stream()
            .map(test ->
                new PlannedTest(test.className(), test.method(), trials(test, configuration)))
            .toList();
    return new Job(
        engine,
        options.seed() ^ configuration.name().hashCode(),
        configuration.noise(),
        !options.profile().runsAll(),
        planned,
        Optional.empty(),
        prepared.classes(),
        prepared.plan().classes());
  }

  private int trials(HiddenTest test, Configuration configuration) {
    return switch (engine) {
      case SEQUENTIAL -> 1;
      case EXPLORE -> options.schedules();
      case STRESS -> options.trials(test, configuration);
    };
  }

  @Override
  public void close() {
    workers.close();
  }

  /** Does something as soon as a worker has begun. */
  private static final class Once implements Progress {
    private final Progress next;
    private Runnable begun;

    Once(Runnable begun, Progress next) {
      this.begun = begun;
      this.next = next;
    }

    @Override
    public void at(Engine engine, String configuration, String test, int trials) {
      begun.run();
      begun = () -> {};
      next.at(engine, configuration, test, trials);
    }
  }
}
