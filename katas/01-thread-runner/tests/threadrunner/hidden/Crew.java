package threadrunner.hidden;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers on which threads tasks ran. Thread-safe. */
final class Crew {

  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  /** The same task, but its thread is remembered. */
  <T> Callable<T> of(Callable<T> task) {
    return () -> {
      threads.add(Thread.currentThread());
      return task.call();
    };
  }

  /** The threads of the tasks that have begun, in the order in which they did. */
  List<Thread> threads() {
    return List.copyOf(threads);
  }

  /** Names of threads that have not ended. */
  List<String> alive() {
    return threads.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }
}
