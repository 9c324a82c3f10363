package semaphore.hidden;

/** All is well. */
public class ContractTest {

  @org.junit.jupiter.api.Test
  public void aThreadThatNeverAcquiredMayRelease() {}

  @org.junit.jupiter.api.Test
  public void twoSemaphoresHaveNothingInCommon() {}

  @org.junit.jupiter.api.Test
  public void whatIsTooMuchToReleaseIsRefused() {}

  @org.junit.jupiter.api.Test
  public void anOverflowIsTooMuchToo() {}

  @org.junit.jupiter.api.Test
  public void theConstructorsKnowTheirLimits() {}

  @org.junit.jupiter.api.Test
  public void whatCanNeverSucceedIsRefusedAtOnce() {}

  @org.junit.jupiter.api.Test
  public void aTimeoutNeedsAUnit() {}

  @org.junit.jupiter.api.Test
  public void itCountsAsANumberWithTwoLimits() {}

  @org.junit.jupiter.api.Test
  public void nothingCanBeHadAndGivenAtAnyTime() {}

  @org.junit.jupiter.api.Test
  public void whoComesInterruptedIsTurnedAway() {}

  @org.junit.jupiter.api.Test
  public void whatNeverWaitsLeavesTheInterruptAlone() {}

  @org.junit.jupiter.api.Test
  public void noTimeMeansOneAttempt() {}

  @org.junit.jupiter.api.Test
  public void aTimeoutShorterThanAMillisecondEndsToo() {}

  @org.junit.jupiter.api.Test
  public void nobodyGivesUpBeforeTheTimeIsOver() {}

  @org.junit.jupiter.api.Test
  public void whoGivesUpTakesNothing() {}
}
