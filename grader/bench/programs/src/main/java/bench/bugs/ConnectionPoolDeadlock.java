package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.ArrayList;
import java.util.List;

/** Closing takes the connection and then the pool; cleaning up, the pool and then connections. */
public final class ConnectionPoolDeadlock implements Program {
  private final List<Connection> idle = new ArrayList<>();

  private final class Connection {
    private boolean open = true;

    synchronized void close() {
      if (open) {
        open = false;
        giveBack(this);
      }
    }

    synchronized boolean isOpen() {
      return open;
    }
  }

  @Override
  public void run() throws Exception {
    Connection one = new Connection();
    idle.add(one);
    Parallel.run(one::close, this::evict);
  }

  private synchronized void giveBack(Connection connection) {
    idle.add(connection);
  }

  private synchronized void evict() {
    idle.removeIf(connection -> !connection.isOpen());
  }
}
