package grader.explore;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/** {@code CompletableFuture}, {@code Timer} and {@code SubmissionPublisher}. */
class FutureExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    static class Cell {
      volatile int value;
    }

    @Allowed(value = "3", by = "CompletableFuture.thenCombine")
    static Object combine() throws Throwable {
      return CompletableFuture.supplyAsync(() -> 1)
          .thenCombine(CompletableFuture.supplyAsync(() -> 2), Integer::sum)
          .get();
    }

    @Allowed(
        value = {"1", "2"},
        by = "CompletableFuture.runAsync: tasks run concurrently")
    static Object lostUpdate() throws Throwable {
      Cell cell = new Cell();
      CompletableFuture.allOf(
              CompletableFuture.runAsync(() -> cell.value++),
              CompletableFuture.runAsync(() -> cell.value++))
          .join();
      return cell.value;
    }

    @Allowed(
        value = {"1", "2"},
        all = false,
        by = "CompletableFuture.anyOf: any that completes")
    static Object anyOf() throws Throwable {
      return CompletableFuture.anyOf(
              CompletableFuture.supplyAsync(() -> 1), CompletableFuture.supplyAsync(() -> 2))
          .join();
    }

    @Allowed(
        value = {"true", "false"},
        by = "CompletableFuture.complete: true if this invocation caused the transition")
    static Object complete() throws Throwable {
      CompletableFuture<Integer> future = CompletableFuture.supplyAsync(() -> 1);
      boolean won = future.complete(2);
      if (future.join() != (won ? 2 : 1)) {
        throw new AssertionError();
      }
      return won;
    }

    @Allowed(
        value = "CompletionException",
        by = "CompletableFuture.join: CompletionException if it completed exceptionally")
    static Object failing() throws Throwable {
      return CompletableFuture.supplyAsync(
              () -> {
                throw new IllegalStateException();
              })
          .join();
    }

    @Allowed(value = "TimeoutException", plain = false, by = "CompletableFuture.orTimeout")
    static Object orTimeout() throws Throwable {
      try {
        return new CompletableFuture<Integer>().orTimeout(1, TimeUnit.HOURS).join();
      } catch (CompletionException e) {
        return e.getCause().getClass().getSimpleName();
      }
    }

    @Allowed(value = "7 3600", plain = false, by = "CompletableFuture.completeOnTimeout")
    static Object completeOnTimeout() throws Throwable {
      long begin = System.nanoTime();
      return new CompletableFuture<Integer>().completeOnTimeout(7, 1, TimeUnit.HOURS).join()
          + " "
          + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    @Allowed(
        value = "true",
        plain = false,
        by = "CompletableFuture.delayedExecutor: submits after the given delay")
    static Object delayedExecutor() throws Throwable {
      long begin = System.nanoTime();
      return CompletableFuture.supplyAsync(
              () -> System.nanoTime() - begin >= 3_600_000_000_000L,
              CompletableFuture.delayedExecutor(1, TimeUnit.HOURS))
          .join();
    }

    @Allowed(value = "abc", by = "CompletableFuture: dependents run once each, after their source")
    static Object chain() throws Throwable {
      return CompletableFuture.supplyAsync(() -> "a")
          .thenApplyAsync(s -> s + "b")
          .thenCompose(s -> CompletableFuture.supplyAsync(() -> s + "c"))
          .get();
    }

    @Allowed(
        value = "12",
        plain = false,
        by = "Timer: tasks run one after the other, each after its delay")
    static Object timer() throws Throwable {
      Timer timer = new Timer("own", true);
      StringBuffer order = new StringBuffer();
      CountDownLatch both = new CountDownLatch(2);
      timer.schedule(
          task(() -> {
            order.append(2);
            both.countDown();
          }),
          60);
      timer.schedule(
          task(() -> {
            order.append(1);
            both.countDown();
          }),
          2);
      both.await();
      timer.cancel();
      return order.toString();
    }

    @Allowed(value = "3", plain = false, by = "Timer.schedule(period)")
    static Object timerRepeats() throws Throwable {
      Timer timer = new Timer(true);
      CountDownLatch three = new CountDownLatch(3);
      timer.schedule(task(three::countDown), 0, 1);
      three.await();
      timer.cancel();
      return 3 - three.getCount();
    }

    @Allowed(
        value = "IllegalStateException",
        plain = false,
        by = "Timer.schedule: IllegalStateException if the timer was cancelled")
    static Object cancelledTimer() throws Throwable {
      Timer timer = new Timer();
      timer.cancel();
      timer.schedule(task(() -> {}), 1);
      return "no";
    }

    private static TimerTask task(Runnable body) {
      return new TimerTask() {
        @Override
        public void run() {
          body.run();
        }
      };
    }

    @Allowed(
        value = "[1, 2, 3]",
        by =
            "SubmissionPublisher: each subscriber receives the items in the same order, then onComplete")
    static Object publisher() throws Throwable {
      List<Integer> got = new java.util.concurrent.CopyOnWriteArrayList<>();
      try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
        CompletableFuture<Void> done = publisher.consume(got::add);
        publisher.submit(1);
        publisher.submit(2);
        publisher.submit(3);
        publisher.close();
        done.join();
      }
      return got.toString();
    }
  }
}
