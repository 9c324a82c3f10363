package bench.lincheck;

import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.LinearizabilityVerifier;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/** Lincheck's own verifier, and how often it was asked until it first said no. */
public final class Counting implements Verifier {

  private static long histories;
  private static boolean over;

  private final LinearizabilityVerifier verifier;

  /** Called by Lincheck. */
  public Counting(Class<?> sequentialSpecification) {
    this.verifier = new LinearizabilityVerifier(sequentialSpecification);
  }

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    // Afterwards come those with which Lincheck looks for a smaller program.
    histories += over ? 0 : 1;
    boolean explained = verifier.verifyResults(scenario, results);
    over |= !explained;
    return explained;
  }

  /**
   * How many histories all verifiers have looked at; those after the first wrong one do not count.
   */
  static long histories() {
    return histories;
  }
}
