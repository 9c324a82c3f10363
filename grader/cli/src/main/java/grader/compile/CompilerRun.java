package grader.compile;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.JavaCompiler.CompilationTask;

/**
 * One run of the compiler, which is left alone once it has used too much processor time: a few
 * lines can keep it busy for years (inference of nested generic calls, JLS 18.5, is exponential).
 * Busy neighbours do not count. What is left alone goes on until this JVM ends.
 */
final class CompilerRun {

  /** What people write needs about one second; half a megabyte of nothing but streams needed 13. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private static final Duration LOOK_AFTER = Duration.ofSeconds(2);

  /** How it ended. */
  enum End {
    COMPILED,
    /** It has found errors, or has come to grief itself. */
    GAVE_UP,
    TAKES_TOO_LONG
  }

  private final FutureTask<Boolean> result;
  private final Thread thread;

  private CompilerRun(CompilationTask task) {
    this.result = new FutureTask<>(() -> ends(task));
    this.thread = Thread.ofPlatform().daemon().name("compiler").unstarted(result);
  }

  static CompilerRun of(CompilationTask task) {
    CompilerRun run = new CompilerRun(task);
    run.thread.start();
    return run;
  }

  /** Waits for its end. */
  End end() {
    try {
      while (true) {
        try {
          return result.get(LOOK_AFTER.toMillis(), TimeUnit.MILLISECONDS)
              ? End.COMPILED
              : End.GAVE_UP;
        } catch (TimeoutException notYet) {
          if (processorTime().compareTo(MOST) > 0) {
            return End.TAKES_TOO_LONG;
          }
        }
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the compiler was running", ended);
    }
  }

  private Duration processorTime() {
    return Duration.ofNanos(
        ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
  }

  private static boolean ends(CompilationTask task) {
    try {
      return task.call();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError grief) {
      return false;
    }
  }
}
