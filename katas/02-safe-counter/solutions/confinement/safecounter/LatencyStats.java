package safecounter;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * One thread owns the four numbers; everybody else sends it requests. The numbers need no lock
 * because no second thread can reach them.
 */
public final class LatencyStats implements AutoCloseable {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    private Snapshot plus(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  private final Owner owner = new Owner();

  public LatencyStats() {
    Thread thread = new Thread(owner, "latency-stats");
    thread.setDaemon(true);
    thread.start();
  }

  public void record(long value) {
    owner.ask(() -> owner.state = owner.state.plus(value));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    return owner.ask(() -> {
      boolean room = owner.state.count() < maxCount;
      owner.state = room ? owner.state.plus(value) : owner.state;
      return room;
    });
  }

  public Snapshot snapshot() {
    return owner.ask(() -> owner.state);
  }

  public Snapshot drain() {
    return owner.ask(() -> {
      Snapshot taken = owner.state;
      owner.state = Snapshot.EMPTY;
      return taken;
    });
  }

  /** Ends the thread. No other call may follow. */
  @Override
  public void close() {
    owner.ask(() -> owner.open = false);
  }

  private static final class Owner implements Runnable {

    private final BlockingQueue<Request<?>> requests = new LinkedBlockingQueue<>();

    // Touched by the owner's thread only.
    private Snapshot state = Snapshot.EMPTY;
    private boolean open = true;

    @Override
    public void run() {
      try {
        while (open) {
          requests.take().answer();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    <T> T ask(Supplier<T> question) {
      Request<T> request = new Request<>(question);
      requests.add(request);
      return request.result();
    }
  }

  private static final class Request<T> {

    private final CountDownLatch answered = new CountDownLatch(1);
    private final Supplier<T> question;
    private T answer; // published by answered

    Request(Supplier<T> question) {
      this.question = question;
    }

    void answer() {
      answer = question.get();
      answered.countDown();
    }

    /** Waits to the end even if interrupted: the caller's method does not declare it. */
    T result() {
      boolean interrupted = false;
      while (true) {
        try {
          answered.await();
          break;
        } catch (InterruptedException early) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return answer;
    }
  }
}
