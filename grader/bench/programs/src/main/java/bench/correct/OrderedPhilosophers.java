package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Philosophers take the fork with the lower number first. */
public final class OrderedPhilosophers implements Program {
  private final Object[] forks = {new Object(), new Object(), new Object()};

  @Override
  public void run() throws Exception {
    Parallel.run(() -> eat(0, 1), () -> eat(1, 2), () -> eat(0, 2));
  }

  private void eat(int lower, int higher) {
    synchronized (forks[lower]) {
      synchronized (forks[higher]) {
        Check.that(Thread.holdsLock(forks[lower]), "the fork is gone");
      }
    }
  }
}
