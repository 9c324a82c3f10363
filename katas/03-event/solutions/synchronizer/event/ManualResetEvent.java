package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** A shared-mode synchroniser of one bit: the JDK keeps the queue, this class only the rule. */
public final class ManualResetEvent {

  /** State 1 lets everybody pass, state 0 nobody. */
  private static final class Gate extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1L;

    @Override
    protected int tryAcquireShared(int ignored) {
      return isOpen() ? 1 : -1;
    }

    @Override
    protected boolean tryReleaseShared(int ignored) {
      setState(1);
      return true;
    }

    void close() {
      setState(0);
    }

    boolean isOpen() {
      return getState() == 1;
    }
  }

  private final Gate gate = new Gate();

  public ManualResetEvent() {}

  public void set() {
    gate.releaseShared(1);
  }

  public void clear() {
    gate.close();
  }

  public boolean isSet() {
    return gate.isOpen();
  }

  public void await() throws InterruptedException {
    gate.acquireSharedInterruptibly(1);
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return gate.tryAcquireSharedNanos(1, unit.toNanos(timeout));
  }
}
