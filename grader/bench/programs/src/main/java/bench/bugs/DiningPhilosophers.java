package bench.bugs;

import bench.Parallel;
import bench.Program;

/** Each of three philosophers takes the left fork first. */
public final class DiningPhilosophers implements Program {
  private final Object[] forks = {new Object(), new Object(), new Object()};
  private int meals;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> eat(0), () -> eat(1), () -> eat(2));
  }

  private void eat(int seat) {
    synchronized (forks[seat]) {
      synchronized (forks[(seat + 1) % 3]) {
        meals++;
      }
    }
  }
}
