package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Transfers lock the two accounts in the order of their numbers. */
public final class OrderedTransfer implements Program {
  private static final class Account {
    private final int number;
    private int balance = 10;

    Account(int number) {
      this.number = number;
    }
  }

  private final Account a = new Account(1);
  private final Account b = new Account(2);

  @Override
  public void run() throws Exception {
    Parallel.run(() -> transfer(a, b), () -> transfer(b, a));
    Check.equal(20, a.balance + b.balance);
  }

  private static void transfer(Account from, Account to) {
    Account outer = from.number < to.number ? from : to;
    Account inner = from.number < to.number ? to : from;
    synchronized (outer) {
      synchronized (inner) {
        from.balance--;
        to.balance++;
      }
    }
  }
}
