package grader.audit.mutants;

import grader.Assessment;
import grader.Grader;
import grader.Grader.Target;
import grader.Options;
import grader.kata.Kata;
import grader.kata.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Breaks every solution of a kata in every way that we know, and grades what comes of it. */
public final class Mutation {

  private final Grader grader;
  private final Options options;

  public Mutation(Grader grader, Options options) {
    this.grader = grader;
    this.options = options;
  }

  /** One task for each solution of a kata. */
  public List<Callable<MutantsOfSolution>> tasks(Kata kata) {
    Map<String, Review> reviews = new Reviews(kata).read();
    List<Callable<MutantsOfSolution>> tasks = new ArrayList<>();
    for (Submission solution : kata.solutions()) {
      Review review = reviews.getOrDefault(solution.name(), Review.NONE);
      tasks.add(() -> tried(solution, review));
    }
    return tasks;
  }

  private MutantsOfSolution tried(Submission solution, Review review) throws IOException {
    List<Mutant> mutants = mutants(solution);
    try (MutantTree tree = new MutantTree(solution)) {
      List<Target> targets = new ArrayList<>();
      for (Mutant mutant : mutants) {
        targets.add(new Target(tree.write(mutant), options));
      }
      List<Assessment> assessments = grader.gradeBroken(solution.kata(), targets);
      List<Tried> tried = new ArrayList<>();
      for (int i = 0; i < mutants.size(); i++) {
        tried.add(new Tried(mutants.get(i), Fate.of(assessments.get(i).verdict())));
      }
      return new MutantsOfSolution(
          solution.kata().name(), solution.name(), Reviews.digest(solution), review, tried);
    }
  }

  /** All mutants of a solution, in the order of its lines. */
  static List<Mutant> mutants(Submission solution) {
    List<Mutant> mutants = new ArrayList<>();
    for (Path file : solution.sources()) {
      String name = solution.root().relativize(file).toString().replace('\\', '/');
      String text = text(file);
      for (Change change : Source.parse(text).changes()) {
        mutants.add(Mutant.of(name, text, change));
      }
    }
    return mutants;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
