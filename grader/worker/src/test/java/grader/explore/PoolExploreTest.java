package grader.explore;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Executors and futures. */
class PoolExploreTest extends Conformance {

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

    @Allowed(value = "3", by = "ExecutorService.close: waits until all tasks have completed")
    static Object fixed() throws Throwable {
      AtomicInteger done = new AtomicInteger();
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        for (int i = 0; i < 3; i++) {
          pool.execute(done::incrementAndGet);
        }
      }
      return done.get();
    }

    @Allowed(
        value = {"1", "2"},
        by = "a pool does not make tasks exclusive")
    static Object lostUpdate() throws Throwable {
      Cell cell = new Cell();
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        pool.execute(() -> cell.value++);
        pool.execute(() -> cell.value++);
      }
      return cell.value;
    }

    @Allowed(
        value = "2 pool-1-thread-1",
        by = "newSingleThreadExecutor: tasks execute sequentially",
        plain = false)
    static Object single() throws Throwable {
      Cell cell = new Cell();
      String[] name = new String[1];
      try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
        pool.execute(() -> cell.value++);
        pool.execute(() -> {
          cell.value++;
          name[0] = Thread.currentThread().getName();
        });
      }
      return cell.value + " " + name[0];
    }

    @Allowed(
        value = "true 1",
        by = "awaitTermination: true once all tasks have completed after a shutdown")
    static Object shutdown() throws Throwable {
      AtomicInteger done = new AtomicInteger();
      ExecutorService pool = Executors.newCachedThreadPool();
      pool.submit(done::incrementAndGet);
      pool.shutdown();
      return pool.awaitTermination(1, TimeUnit.DAYS) + " " + done.get();
    }

    @Allowed(
        value = {"0 interrupted", "1 interrupted", "2 not-begun", "1 not-begun"},
        all = false,
        by =
            "shutdownNow: attempts to stop active tasks, returns the tasks that were awaiting execution")
    static Object shutdownNow() throws Throwable {
      String[] seen = {"not-begun"};
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.execute(() -> {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          seen[0] = "interrupted";
        }
      });
      pool.execute(() -> {});
      int left = pool.shutdownNow().size();
      pool.awaitTermination(1, TimeUnit.DAYS);
      return left + " " + seen[0];
    }

    @Allowed(value = "false", plain = false, by = "awaitTermination: false if the timeout elapsed")
    static Object awaitTerminationTimesOut() throws Throwable {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.execute(() -> {
        try {
          Thread.sleep(10_000_000);
        } catch (InterruptedException e) {
        }
      });
      pool.shutdown();
      boolean ended = pool.awaitTermination(1, TimeUnit.HOURS);
      pool.shutdownNow();
      return ended;
    }

    @Allowed(
        value = {"RejectedExecutionException"},
        by = "ThreadPoolExecutor.execute: rejected when bounded and saturated, or shut down")
    static Object rejected() throws Throwable {
      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
      CountDownLatch latch = new CountDownLatch(1);
      try {
        for (int i = 0; i < 3; i++) {
          pool.execute(() -> {
            try {
              latch.await();
            } catch (InterruptedException e) {
            }
          });
        }
        return "no";
      } finally {
        latch.countDown();
        pool.shutdown();
      }
    }

    @Allowed(
        value = "RejectedExecutionException",
        by = "ExecutorService: no new tasks after shutdown")
    static Object rejectedAfterShutdown() throws Throwable {
      ExecutorService pool = Executors.newFixedThreadPool(1);
      pool.shutdown();
      pool.execute(() -> {});
      return "no";
    }

    @Allowed(
        value = {"Stuck"},
        plain = false,
        by = "a task that waits for a task of the same single thread waits for ever")
    static Object starvation() throws Throwable {
      ExecutorService pool = Executors.newFixedThreadPool(1);
      return pool.submit(() -> pool.submit(() -> 1).get()).get();
    }

    @Allowed(value = "3", by = "invokeAll: all completed when it returns")
    static Object invokeAll() throws Throwable {
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2);
        int sum = 0;
        for (Future<Integer> future : pool.invokeAll(tasks)) {
          sum += future.resultNow();
        }
        return sum;
      }
    }

    @Allowed(
        value = {"1", "2"},
        by = "invokeAny: the result of one that has completed successfully")
    static Object invokeAny() throws Throwable {
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2);
        return pool.invokeAny(tasks);
      }
    }

    @Allowed(
        value = {"12", "21"},
        by = "ExecutorCompletionService.take: in the order of completion")
    static Object completionService() throws Throwable {
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(pool);
        service.submit(() -> 1);
        service.submit(() -> 2);
        return "" + service.take().get() + service.take().get();
      }
    }

    @Allowed(
        value = "ExecutionException",
        by = "Future.get: ExecutionException if the computation threw")
    static Object failing() throws Throwable {
      try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
        return pool.submit(
                () -> {
                  throw new IllegalStateException();
                })
            .get();
      }
    }

    @Allowed(value = "TimeoutException", plain = false, by = "Future.get(time): TimeoutException")
    static Object getTimesOut() throws Throwable {
      ExecutorService pool = Executors.newFixedThreadPool(1);
      return pool.submit(
              () -> {
                Thread.sleep(10_000_000);
                return 1;
              })
          .get(1, TimeUnit.HOURS);
    }

    @Allowed(
        value = {"cancelled 0", "cancelled 1", "1 1"},
        all = false,
        by = "Future.cancel: fails if the task has completed")
    static Object cancel() throws Throwable {
      AtomicInteger runs = new AtomicInteger();
      FutureTask<Integer> task = new FutureTask<>(runs::incrementAndGet);
      Thread thread = new Thread(task);
      thread.start();
      task.cancel(true);
      thread.join();
      try {
        return task.get() + " " + runs.get();
      } catch (CancellationException e) {
        return "cancelled " + runs.get();
      }
    }

    @Allowed(value = "1", by = "FutureTask: runs once, however many run it")
    static Object futureTaskOnce() throws Throwable {
      Cell runs = new Cell();
      FutureTask<Integer> task = new FutureTask<>(() -> ++runs.value);
      Together.run(task::run, task::run, () -> task.get());
      return runs.value;
    }

    @Allowed(
        value = "3 true",
        by = "scheduleAtFixedRate: again and again until cancelled; no earlier than the delay")
    static Object scheduled() throws Throwable {
      ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
      CountDownLatch three = new CountDownLatch(3);
      long begin = System.nanoTime();
      Future<?> task = pool.scheduleAtFixedRate(three::countDown, 2, 2, TimeUnit.MILLISECONDS);
      three.await();
      boolean late = System.nanoTime() - begin >= 6_000_000;
      task.cancel(false);
      pool.shutdownNow();
      return 3 - three.getCount() + " " + late;
    }

    @Allowed(
        value = "ab",
        plain = false,
        by = "ScheduledExecutorService.schedule: in the order of their delays, hours apart")
    static Object scheduledOrder() throws Throwable {
      ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
      StringBuffer order = new StringBuffer();
      pool.schedule(() -> order.append("b"), 3, TimeUnit.HOURS);
      pool.schedule(() -> order.append("a"), 2, TimeUnit.HOURS);
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.DAYS);
      return order.toString();
    }

    static class Sum extends RecursiveTask<Integer> {
      final int from;
      final int to;

      Sum(int from, int to) {
        this.from = from;
        this.to = to;
      }

      @Override
      protected Integer compute() {
        if (to - from <= 1) {
          return from;
        }
        int middle = (from + to) / 2;
        Sum left = new Sum(from, middle);
        left.fork();
        return new Sum(middle, to).compute() + left.join();
      }
    }

    @Allowed(value = "28", by = "ForkJoinPool.invoke")
    static Object forkJoin() throws Throwable {
      try (ForkJoinPool pool = new ForkJoinPool(3)) {
        return pool.invoke(new Sum(0, 8));
      }
    }

    @Allowed(value = "28", by = "ForkJoinPool.commonPool: used by tasks that are not in a pool")
    static Object commonPool() throws Throwable {
      return new Sum(0, 8).invoke() + ForkJoinPool.commonPool().invoke(new Sum(0, 1));
    }

    @Allowed(
        value = {"1", "2"},
        by = "parallel streams: a side effect that is not thread-safe may be lost")
    static Object parallelSideEffect() throws Throwable {
      Cell cell = new Cell();
      IntStream.range(0, 2).parallel().forEach(i -> cell.value++);
      return cell.value;
    }

    @Allowed(value = "45", by = "parallel streams: a reduction is what it is sequentially")
    static Object parallelSum() throws Throwable {
      return IntStream.range(0, 10).parallel().map(i -> i).sum();
    }

    @Allowed(value = "2", by = "ThreadPoolExecutor.CallerRunsPolicy")
    static Object callerRuns() throws Throwable {
      AtomicInteger done = new AtomicInteger();
      try (ThreadPoolExecutor pool =
          new ThreadPoolExecutor(
              1,
              1,
              1,
              TimeUnit.SECONDS,
              new ArrayBlockingQueue<>(1),
              new ThreadPoolExecutor.CallerRunsPolicy())) {
        pool.execute(done::incrementAndGet);
        pool.execute(done::incrementAndGet);
      }
      return done.get();
    }

    @Allowed(
        value = "0",
        plain = false,
        by =
            "ThreadPoolExecutor.allowCoreThreadTimeOut: idle threads end after the keep-alive time")
    static Object keepAlive() throws Throwable {
      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(2, 2, 1, TimeUnit.HOURS, new ArrayBlockingQueue<>(1));
      pool.allowCoreThreadTimeOut(true);
      pool.submit(() -> 1).get();
      Thread.sleep(TimeUnit.HOURS.toMillis(2));
      return pool.getPoolSize();
    }
  }
}
