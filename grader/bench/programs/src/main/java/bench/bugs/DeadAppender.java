package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** The thread that empties a log's buffer dies of a bad event; then the callers block for ever. */
public final class DeadAppender implements Program {
  private static final int ROOM = 1;

  private final Deque<String> buffer = new ArrayDeque<>();
  private boolean closed;

  @Override
  public void run() throws Exception {
    Thread dispatcher = new Thread(this::dispatch);
    dispatcher.setUncaughtExceptionHandler((thread, failure) -> {});
    dispatcher.start();
    Parallel.run(() -> append("good"), () -> append("good"), () -> append("bad"));
    close();
    dispatcher.join();
  }

  private synchronized void append(String event) throws InterruptedException {
    while (buffer.size() == ROOM) {
      wait();
    }
    buffer.add(event);
    notifyAll();
  }

  private synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void dispatch() {
    try {
      for (String event = next(); event != null; event = next()) {
        if (event.equals("bad")) {
          throw new IllegalArgumentException(event);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized String next() throws InterruptedException {
    while (buffer.isEmpty() && !closed) {
      wait();
    }
    notifyAll();
    return buffer.poll();
  }
}
