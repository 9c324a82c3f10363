package grader;

import grader.inspect.HiddenTest;
import grader.protocol.Engine;
import grader.protocol.Job;
import grader.run.Configuration;
import grader.run.Transcript;
import grader.run.Workers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs the tests of a kata in many rounds, many of them in one JVM. Each round sees the jobs that a
 * check gives; but nothing is replayed, and there is no stress.
 */
final class Rounds {

  private final Jobs jobs;
  private final Workers workers;

  Rounds(Jobs jobs, Workers workers) {
    this.jobs = jobs;
    this.workers = workers;
  }

  /** For each round the transcripts that count: as far as the first failure. */
  List<List<Transcript>> run(List<Job.Round> rounds) {
    List<Transcript> sequential = run(Engine.SEQUENTIAL, Engines.ALONE, rounds);
    List<Job.Round> left =
        IntStream.range(0, rounds.size())
            .filter(i -> !sequential.get(i).failed())
            .mapToObj(rounds::get)
            .toList();
    Iterator<Transcript> explored = run(Engine.EXPLORE, Profile.explore(), left).iterator();
    return sequential.stream()
        .map(one ->
            one.failed() ? List.of(one) : List.of(one, explored.next().failingByRaces(false)))
        .toList();
  }

  private List<Transcript> run(Engine engine, Configuration configuration, List<Job.Round> rounds) {
    List<HiddenTest> tests = jobs.plan().testsOf(engine);
    List<Transcript> transcripts = new ArrayList<>();
    while (transcripts.size() < rounds.size()) {
      // A worker ends early if a trial has spoilt its JVM: another one does what is left.
      List<Job.Round> left = rounds.subList(transcripts.size(), rounds.size());
      transcripts.addAll(
          workers.runAll(
              jobs.job(engine, configuration, tests, left),
              configuration,
              (name, worker, test, trials) -> {}));
    }
    return transcripts;
  }
}
