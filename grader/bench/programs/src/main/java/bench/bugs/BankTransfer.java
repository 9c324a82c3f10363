package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Transfers lock the two accounts in the order of the arguments. */
public final class BankTransfer implements Program {
  private static final class Account {
    private final Lock lock = new ReentrantLock();
    private int balance = 10;
  }

  private final Account a = new Account();
  private final Account b = new Account();
  private final Account c = new Account();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> transfer(a, b), () -> transfer(b, c), () -> transfer(c, a));
    Check.equal(30, a.balance + b.balance + c.balance);
  }

  private static void transfer(Account from, Account to) {
    from.lock.lock();
    try {
      to.lock.lock();
      try {
        from.balance--;
        to.balance++;
      } finally {
        to.lock.unlock();
      }
    } finally {
      from.lock.unlock();
    }
  }
}
