package bench.repetition;

import bench.Program;
import java.lang.management.ManagementFactory;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program again and again on real threads.
 *
 * <p>{@code speed PROGRAM WARM-SECONDS SECONDS} or {@code search PROGRAM SECONDS}; prints one line
 * that the comparison reads.
 */
public final class Repetition {

  // A run takes microseconds; one that takes this long on a busy machine is still rare, so a
  // suspect must also show no running thread.
  private static final long STUCK_SECONDS = 1;
  private static final int MOST_WAITS = 5;
  private static final int LOOKS = 5;

  private final Class<? extends Program> type;

  private Repetition(Class<? extends Program> type) {
    this.type = type;
  }

  public static void main(String[] arguments) throws Exception {
    Class<? extends Program> type = Class.forName(arguments[1]).asSubclass(Program.class);
    Repetition repetition = new Repetition(type);
    if (arguments[0].equals("speed")) {
      repetition.repeat(Long.parseLong(arguments[2]));
      repetition.measure(Long.parseLong(arguments[3]));
    } else {
      repetition.search(Long.parseLong(arguments[2]));
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private void measure(long seconds) throws Exception {
    long before = System.nanoTime();
    long runs = repeat(seconds);
    System.out.println("RATE " + runs * 1e9 / (System.nanoTime() - before));
  }

  private long repeat(long seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long runs = 0;
    while (System.nanoTime() < end) {
      type.getDeclaredConstructor().newInstance().run();
      runs++;
    }
    return runs;
  }

  private void search(long seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long runs = 0;
    while (System.nanoTime() < end) {
      runs++;
      String failure = failure();
      if (failure != null) {
        System.out.println("FOUND " + runs + " " + millis() + " " + failure);
        return;
      }
    }
    System.out.println("NOTHING " + runs + " " + millis());
  }

  private String failure() throws Exception {
    Program program = type.getDeclaredConstructor().newInstance();
    ThreadGroup group = new ThreadGroup("run");
    FutureTask<String> run = new FutureTask<>(() -> outcome(program));
    Thread thread = new Thread(group, run);
    thread.setDaemon(true);
    thread.start();
    for (int i = 0; i < MOST_WAITS; i++) {
      try {
        return run.get(STUCK_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        if (isStuck(group)) {
          return "stuck";
        }
      }
    }
    return "does not end";
  }

  private static String outcome(Program program) {
    try {
      program.run();
      return null;
    } catch (Exception | AssertionError failure) {
      return failure.getClass().getSimpleName();
    }
  }

  private static boolean isStuck(ThreadGroup group) throws InterruptedException {
    for (int i = 0; i < LOOKS; i++) {
      Thread[] threads = new Thread[group.activeCount() + 8];
      int count = group.enumerate(threads);
      for (int k = 0; k < count; k++) {
        Thread.State state = threads[k].getState();
        if (state != Thread.State.BLOCKED && state != Thread.State.WAITING) {
          return false;
        }
      }
      Thread.sleep(20);
    }
    return true;
  }

  private static long millis() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
