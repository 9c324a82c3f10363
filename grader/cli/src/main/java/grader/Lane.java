package grader;

import grader.inspect.HiddenTest;
import grader.protocol.Engine;
import grader.protocol.Job;
import grader.run.Configuration;
import grader.run.Deadline;
import grader.run.Progress;
import grader.run.Transcript;
import grader.run.Workers;
import grader.run.Workshop;
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
      Workshop workshop,
      Deadline deadline,
      Options options,
      Progress progress) {
    this.engine = engine;
    this.configurations = options.engines().contains(engine) ? configurations : List.of();
    this.workers = workshop.workers(deadline.ofPart());
    this.options = options;
    this.progress = progress;
  }

  /** Starts the first worker; it waits for its job. */
  void prepare() {
    configurations.stream().findFirst().ifPresent(workers::prepare);
  }

  /**
   * Runs all that there is for this engine, or up to the first failure, or as time allows. A trial
   * that takes too long gets a second chance: the machine may have been busy.
   */
  List<Transcript> run(Prepared prepared) {
    List<Transcript> transcripts = new ArrayList<>();
    boolean triedAgain = engine == Engine.EXPLORE; // There, no clock decides what is late.
    for (Configuration configuration : configurations) {
      List<HiddenTest> left = prepared.plan().testsOf(engine);
      while (!left.isEmpty() && goesOn(transcripts) && !workers.timeIsUp()) {
        Transcript transcript = run(prepared, configuration, left);
        boolean again = transcript.isLate() && !triedAgain;
        Transcript counting = again ? transcript.beforeItsLateRun() : transcript;
        triedAgain |= again;
        transcripts.add(counting);
        int done = counting.runs().size();
        // A worker ends early if a trial has spoilt its JVM: another one does what is left.
        left =
            done > 0 || again ? left.subList(Math.min(done, left.size()), left.size()) : List.of();
      }
    }
    return transcripts;
  }

  /** Whether there is any use in more of them. */
  boolean goesOn(List<Transcript> transcripts) {
    return options.profile().runsAll() || transcripts.stream().noneMatch(Transcript::failed);
  }

  private Transcript run(Prepared prepared, Configuration configuration, List<HiddenTest> tests) {
    Job job =
        new Jobs(prepared.plan(), options).job(engine, configuration, tests, prepared.classes());
    // As soon as this one has begun, the next one gets ready.
    Progress first = new Once(() -> after(configuration).ifPresent(workers::prepare), progress);
    Transcript transcript = workers.run(job, configuration, first);
    return engine == Engine.EXPLORE
        ? new Replays(workers, prepared)
            .confirmed(transcript.failingByRaces(options.profile().runsAll()))
        : transcript;
  }

  /** Who is wanted next; under explore, that is who replays what fails. */
  private Optional<Configuration> after(Configuration configuration) {
    return engine == Engine.EXPLORE
        ? Optional.of(configuration)
        : configurations.stream().skip(configurations.indexOf(configuration) + 1L).findFirst();
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
