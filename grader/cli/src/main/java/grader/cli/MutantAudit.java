package grader.cli;

import grader.Options;
import grader.audit.AtOnce;
import grader.audit.ReportPage;
import grader.audit.mutants.Fate;
import grader.audit.mutants.MutantScore;
import grader.audit.mutants.MutantsOfSolution;
import grader.audit.mutants.MutantsPage;
import grader.audit.mutants.Mutation;
import grader.kata.Kata;
import grader.protocol.Engine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code grader audit --mutants}. */
final class MutantAudit {

  private final Session session;
  private final Options options;
  private final int jobs;

  /** Stress is left out: what it refuses by luck, it may let pass next time. */
  MutantAudit(Session session, Options options, int jobs) {
    this.session = session;
    this.options = options.with(EnumSet.of(Engine.SEQUENTIAL, Engine.EXPLORE));
    this.jobs = jobs;
  }

  /** Grades the mutants of these katas, tells of each solution, writes the page. */
  int run(List<Kata> katas) throws InterruptedException {
    Mutation mutation = new Mutation(session.grader(), options);
    List<Callable<MutantsOfSolution>> tasks = new ArrayList<>();
    katas.forEach(kata -> tasks.addAll(mutation.tasks(kata)));
    List<MutantsOfSolution> solutions = new AtOnce(jobs).results(tasks, this::tell);
    Interruption.endHere();
    new ReportPage(MutantsPage.INTRODUCTION)
        .write(
            session.context().root().resolve("docs/mutants.md"),
            new MutantsPage(solutions).sections());
    return conclude(solutions);
  }

  private void tell(MutantsOfSolution solution) {
    String where = solution.kata() + " " + solution.solution();
    session.result(
        "%s (%s): %d mutants, %d do not compile, %d refused, %d equivalent, %d survivors"
            .formatted(
                where,
                solution.digest(),
                solution.tried().size(),
                solution.count(Fate.DROPPED),
                solution.count(Fate.KILLED),
                solution.equivalent().size(),
                solution.survivors().size()));
    solution
        .survivors()
        .forEach(one ->
            session.result(
                "BAD  %s: %s, was: %s"
                    .formatted(one.fate(), one.mutant().id(), one.mutant().before())));
    solution.problems().forEach(problem -> session.result("BAD  " + where + ": " + problem));
  }

  private int conclude(List<MutantsOfSolution> solutions) {
    Map<String, List<MutantsOfSolution>> byKata =
        solutions.stream()
            .collect(
                Collectors.groupingBy(MutantsOfSolution::kata, TreeMap::new, Collectors.toList()));
    boolean proved = solutions.stream().allMatch(one -> one.problems().isEmpty());
    for (Map.Entry<String, List<MutantsOfSolution>> kata : byKata.entrySet()) {
      MutantScore score = MutantScore.of(kata.getValue());
      session.result(
          "%s: %d of %d refused".formatted(kata.getKey(), score.killed(), score.possible()));
      proved &= score.proved();
    }
    return proved ? ExitCode.DONE : ExitCode.AUDIT_FAILED;
  }
}
