package grader.explore;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Blocking queues. */
class QueueExploreTest extends Conformance {

  @SuppressWarnings({
    "all",
    "deprecation",
    "overrides",
    "removal",
    "serial",
    "try"
  }) // Small programs, some of them wrong on purpose.
  static class Programs {

    @Allowed(value = "12", by = "ArrayBlockingQueue: FIFO; put waits for space")
    static Object array() throws Throwable {
      return pass(new ArrayBlockingQueue<>(1));
    }

    @Allowed(value = "12", by = "LinkedBlockingQueue: FIFO; put waits for space")
    static Object linked() throws Throwable {
      return pass(new LinkedBlockingQueue<>(1));
    }

    @Allowed(value = "12", by = "LinkedBlockingDeque: FIFO as a queue")
    static Object deque() throws Throwable {
      return pass(new LinkedBlockingDeque<>(1));
    }

    @Allowed(value = "12", by = "SynchronousQueue: each insert waits for a remove")
    static Object synchronous() throws Throwable {
      return pass(new SynchronousQueue<>());
    }

    @Allowed(value = "12", by = "SynchronousQueue(true): FIFO for waiting threads")
    static Object synchronousFair() throws Throwable {
      return pass(new SynchronousQueue<>(true));
    }

    @Allowed(value = "12", by = "LinkedTransferQueue: FIFO")
    static Object transfer() throws Throwable {
      return pass(new LinkedTransferQueue<>());
    }

    @Allowed(
        value = {"12"},
        by = "PriorityBlockingQueue: the least first; here the first is the least")
    static Object priority() throws Throwable {
      return pass(new PriorityBlockingQueue<>());
    }

    private static Object pass(BlockingQueue<Integer> queue) throws Throwable {
      StringBuilder got = new StringBuilder();
      Together.run(
          () -> {
            queue.put(1);
            queue.put(2);
          },
          () -> got.append(queue.take()).append(queue.take()));
      return got.toString();
    }

    @Allowed(
        value = {"12", "21"},
        by = "BlockingQueue: two producers, either first")
    static Object twoProducers() throws Throwable {
      BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
      Together.run(() -> queue.put(1), () -> queue.put(2));
      return "" + queue.take() + queue.take();
    }

    @Allowed(value = "[1, 2]", by = "BlockingQueue: every element is taken once")
    static Object twoConsumers() throws Throwable {
      BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
      int[] got = new int[2];
      Together.run(
          () -> queue.put(1),
          () -> queue.put(2),
          () -> got[0] = queue.take(),
          () -> got[1] = queue.take());
      java.util.Arrays.sort(got);
      return java.util.Arrays.toString(got);
    }

    @Allowed(
        value = {"null", "1"},
        by = "BlockingQueue.poll: null if the queue is empty")
    static Object poll() throws Throwable {
      BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
      Object[] got = new Object[1];
      Together.run(() -> queue.put(1), () -> got[0] = queue.poll());
      return got[0];
    }

    @Allowed(
        value = "null 3600",
        plain = false,
        by = "BlockingQueue.poll(time): null if the time elapses")
    static Object pollTimesOut() throws Throwable {
      long begin = System.nanoTime();
      Object got = new ArrayBlockingQueue<>(1).poll(1, TimeUnit.HOURS);
      return got + " " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    @Allowed(
        value = "false",
        plain = false,
        by = "BlockingQueue.offer(time): false if the time elapses before space is available")
    static Object offerTimesOut() throws Throwable {
      return new SynchronousQueue<Integer>().offer(1, 1, TimeUnit.HOURS);
    }

    @Allowed(
        value = {"false", "true"},
        by = "SynchronousQueue.offer: only if another thread is waiting to receive it")
    static Object synchronousOffer() throws Throwable {
      SynchronousQueue<Integer> queue = new SynchronousQueue<>();
      boolean[] done = new boolean[1];
      Thread taker = Together.start(() -> queue.poll(1, TimeUnit.MILLISECONDS));
      done[0] = queue.offer(1);
      taker.join();
      return done[0];
    }

    static class Item implements Delayed {
      final long due;
      final String name;

      Item(String name, long delay) {
        this.name = name;
        this.due = System.nanoTime() + delay;
      }

      @Override
      public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
      }

      @Override
      public int compareTo(Delayed other) {
        return Long.compare(due, ((Item) other).due);
      }
    }

    @Allowed(
        value = "soon late",
        by = "DelayQueue: an element can only be taken when its delay has expired")
    static Object delayed() throws Throwable {
      DelayQueue<Item> queue = new DelayQueue<>();
      queue.put(new Item("late", 50_000_000));
      queue.put(new Item("soon", 5_000_000));
      String[] got = new String[1];
      Together.run(() -> got[0] = queue.take().name + " " + queue.take().name);
      return got[0];
    }

    @Allowed(
        value = "InterruptedException",
        by = "BlockingQueue.take: if interrupted while waiting")
    static Object interruptedTake() throws Throwable {
      String[] seen = new String[1];
      Thread thread =
          Together.start(() -> {
            try {
              new LinkedBlockingQueue<>().take();
            } catch (InterruptedException e) {
              seen[0] = "InterruptedException";
            }
          });
      thread.interrupt();
      thread.join();
      return seen[0];
    }

    @Allowed(value = "true 7", by = "TransferQueue.transfer: waits until the element is received")
    static Object transferWaits() throws Throwable {
      LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
      int[] got = new int[1];
      boolean[] received = new boolean[1];
      Together.run(
          () -> {
            queue.transfer(7);
            received[0] = queue.isEmpty();
          },
          () -> got[0] = queue.take());
      return received[0] + " " + got[0];
    }

    @Allowed(
        value = {"done", "Stuck"},
        plain = false,
        by = "BlockingQueue.put: full, and nobody takes")
    static Object fullQueue() throws Throwable {
      BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
      Together.run(
          () -> queue.put(1),
          () -> {
            if (!queue.isEmpty()) {
              queue.put(2);
            }
          });
      return "done";
    }
  }
}
