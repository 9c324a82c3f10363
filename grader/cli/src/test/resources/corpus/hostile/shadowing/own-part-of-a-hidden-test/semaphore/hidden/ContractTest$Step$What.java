package semaphore.hidden;

/** As in the hidden test. */
public enum ContractTest$Step$What {
  ACQUIRE,
  TRY,
  TRY_WITHOUT_TIME,
  TRY_WITH_TIME,
  RELEASE
}
