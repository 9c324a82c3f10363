package grader;

import grader.protocol.Engine;
import grader.run.Configuration;
import grader.run.Deadline;
import grader.run.Progress;
import grader.run.Transcript;
import grader.run.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Runs the engines of one check: sequential and explore side by side, then stress, which wants all
 * processors for itself. If sequential fails, explore is ended and forgotten, however far it is: so
 * the speed of the machine decides nothing.
 */
final class Engines implements AutoCloseable {

  // Every test runs once: neither a second compiler nor a collector with threads pays off.
  static final Configuration ALONE =
      new Configuration(
          "default", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), false, false, 100);

  private final Lane sequential;
  private final Lane explore;
  private final Lane stress;

  /** Starts the first workers. */
  Engines(Workshop workshop, Options options, Progress progress) {
    Deadline deadline = new Deadline(options.budget());
    Profile profile = options.profile();
    sequential = new Lane(Engine.SEQUENTIAL, List.of(ALONE), workshop, deadline, options, progress);
    explore =
        new Lane(Engine.EXPLORE, List.of(Profile.explore()), workshop, deadline, options, progress);
    stress =
        new Lane(Engine.STRESS, profile.configurations(), workshop, deadline, options, progress);
    // It takes longer to get ready.
    explore.prepare();
    sequential.prepare();
  }

  /**
   * All transcripts that count, in the order of the engines.
   *
   * @throws grader.run.WorkerFailure if a worker could not do its job
   */
  List<Transcript> run(Prepared prepared) {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      try {
        return run(prepared, threads);
      } finally {
        close();
      }
    }
  }

  private List<Transcript> run(Prepared prepared, ExecutorService threads) {
    Future<List<Transcript>> explored = threads.submit(() -> explore.run(prepared));
    Future<List<Transcript>> sequentially = threads.submit(() -> sequential.run(prepared));
    List<Transcript> all = new ArrayList<>(result(sequentially));
    if (sequential.goesOn(all)) {
      stress.prepare();
      all.addAll(result(explored));
      if (explore.goesOn(all)) {
        all.addAll(stress.run(prepared));
      }
    }
    return all;
  }

  private static List<Transcript> result(Future<List<Transcript>> lane) {
    try {
      return lane.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while workers were running", ended);
    }
  }

  @Override
  public void close() {
    Stream.of(sequential, explore, stress).forEach(Lane::close);
  }
}
