package grader.explore;

import grader.testkit.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads of a program. Not rewritten: all its steps are the JDK's. */
public final class Together {

  private Together() {}

  /** Runs each on a thread of its own, waits for all, and throws what one of them threw. */
  public static void run(Action... bodies) throws Throwable {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (Action body : bodies) {
      threads.add(new Thread(() -> act(body, thrown)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    Throwable failure = thrown.get();
    if (failure != null) {
      throw failure;
    }
  }

  @SuppressWarnings("CatchThrowable") // The caller of run gets it.
  private static void act(Action body, AtomicReference<@Nullable Throwable> thrown) {
    try {
      body.run();
    } catch (Scheduler.Abandoned over) {
      throw over;
    } catch (Throwable failure) {
      thrown.compareAndSet(null, failure);
    }
  }

  /** A thread that runs this and has been started. */
  public static Thread start(Action body) {
    Thread thread =
        new Thread(() -> {
          try {
            body.run();
          } catch (RuntimeException | Error failure) {
            throw failure;
          } catch (Throwable failure) {
            throw new IllegalStateException(failure);
          }
        });
    thread.start();
    return thread;
  }
}
