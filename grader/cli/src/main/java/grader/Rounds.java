package grader;

import grader.protocol.Engine;
import grader.protocol.Job;
import grader.run.Transcript;
import grader.run.Workers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs the tests of a kata in many rounds, many of them in one JVM. Nothing is replayed, and there
 * is no stress.
 */
final class Rounds {

  private final List<Stage> stages;
  private final Workers workers;

  Rounds(List<Stage> stages, Workers workers) {
    this.stages = List.copyOf(stages);
    this.workers = workers;
  }

  /** For each round the transcripts that count: as far as the first failure. */
  List<List<Transcript>> run(List<Job.Round> rounds) {
    List<List<Transcript>> all =
        IntStream.range(0, rounds.size())
            .<List<Transcript>>mapToObj(i -> new ArrayList<>())
            .toList();
    for (Stage stage : stages) {
      List<Integer> left =
          IntStream.range(0, rounds.size()).filter(i -> passes(all.get(i))).boxed().toList();
      Iterator<Transcript> next = run(stage, left.stream().map(rounds::get).toList()).iterator();
      left.forEach(i -> all.get(i).add(next.next()));
    }
    return all;
  }

  private static boolean passes(List<Transcript> transcripts) {
    return transcripts.stream().noneMatch(Transcript::failed);
  }

  private List<Transcript> run(Stage stage, List<Job.Round> rounds) {
    List<Transcript> transcripts = new ArrayList<>();
    while (transcripts.size() < rounds.size()) {
      // A worker ends early if a trial has spoilt its JVM: another one does what is left.
      List<Job.Round> left = rounds.subList(transcripts.size(), rounds.size());
      workers
          .runAll(stage.job(left), stage.configuration(), (engine, name, test, trials) -> {})
          .forEach(one -> transcripts.add(judgeable(stage, one)));
    }
    return transcripts;
  }

  private static Transcript judgeable(Stage stage, Transcript transcript) {
    return stage.engine() == Engine.EXPLORE ? transcript.failingByRaces(false) : transcript;
  }
}
