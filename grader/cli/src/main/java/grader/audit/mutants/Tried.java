package grader.audit.mutants;

/** A mutant that was graded. */
public record Tried(Mutant mutant, Fate fate) {}
