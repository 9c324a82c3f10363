package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Reads the balance in one critical section and writes it in another. */
public final class AccountReadOutsideLock implements Program {
  private int balance = 100;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> add(50), () -> add(-30));
    Check.equal(120, balance);
  }

  private void add(int amount) {
    int next = balance() + amount;
    set(next);
  }

  private synchronized int balance() {
    return balance;
  }

  private synchronized void set(int value) {
    balance = value;
  }
}
