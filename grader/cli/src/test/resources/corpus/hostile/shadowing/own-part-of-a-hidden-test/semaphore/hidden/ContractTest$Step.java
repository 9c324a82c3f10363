package semaphore.hidden;

import semaphore.CountingSemaphore;

/** Does nothing, and finds it right. */
public record ContractTest$Step(ContractTest$Step$What what, int n) {

  public int apply(CountingSemaphore semaphore, int free, int max) {
    return semaphore.availablePermits();
  }
}
