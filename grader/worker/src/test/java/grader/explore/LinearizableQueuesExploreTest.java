package grader.explore;

import static grader.explore.Models.put;
import static grader.explore.Models.with;
import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;

import grader.linearize.Specification;
import grader.testkit.Trial;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** First in, first out. */
class LinearizableQueuesExploreTest extends Linearizability {

  @SuppressWarnings("all") // Small programs, some of them wrong on purpose.
  static class Programs {

    interface Queue {
      void offer(int value);

      Integer poll();
    }

    static Specification<Queue, List<Integer>> queue(Queue fresh) {
      return Specification.<Queue, List<Integer>>of(() -> fresh, List.of())
          .command("offer(1)", queue -> queue.offer(1), list -> done(with(list, 1)))
          .command("offer(2)", queue -> queue.offer(2), list -> done(with(list, 2)))
          .operation("poll()", Queue::poll, Models::pollFirst)
          .afterwards("poll()", Queue::poll, Models::pollFirst);
    }

    static class Node {
      final int value;
      final AtomicReference<Node> next = new AtomicReference<>();

      Node(int value) {
        this.value = value;
      }
    }

    /** Michael and Scott, PODC 1996, figure 1. */
    static class MichaelScott implements Queue {
      final AtomicReference<Node> head = new AtomicReference<>(new Node(0));
      final AtomicReference<Node> tail = new AtomicReference<>(head.get());

      public void offer(int value) {
        Node node = new Node(value);
        while (true) {
          Node last = tail.get();
          Node next = last.next.get();
          if (last == tail.get()) {
            if (next != null) {
              tail.compareAndSet(last, next);
            } else if (last.next.compareAndSet(null, node)) {
              tail.compareAndSet(last, node);
              return;
            }
          }
        }
      }

      public Integer poll() {
        while (true) {
          Node first = head.get();
          Node last = tail.get();
          Node next = first.next.get();
          if (first == head.get()) {
            if (first != last) {
              if (moveHead(first, next)) {
                return next.value;
              }
            } else if (next == null) {
              return null;
            } else {
              tail.compareAndSet(last, next);
            }
          }
        }
      }

      boolean moveHead(Node first, Node next) {
        return head.compareAndSet(first, next);
      }
    }

    @Right
    static void michaelScottQueue(Trial trial) {
      queue(new MichaelScott()).check(trial);
    }

    @Wrong(calls = 3)
    static void michaelScottQueueWithoutSwapOfTheHead(Trial trial) {
      queue(
              new MichaelScott() {
                @Override
                boolean moveHead(Node first, Node next) {
                  head.set(next);
                  return true;
                }
              })
          .check(trial);
    }

    /** Michael and Scott, PODC 1996, figure 2; a volatile link orders the two locks. */
    static class TwoLocks implements Queue {
      Node head = new Node(0);
      Node tail = head;
      final Object heads = new Object();
      final Object tails = new Object();

      public void offer(int value) {
        Node node = new Node(value);
        synchronized (tails) {
          tail.next.set(node);
          tail = node;
        }
      }

      public Integer poll() {
        synchronized (heads) {
          Node next = head.next.get();
          if (next == null) {
            return null;
          }
          head = next;
          return next.value;
        }
      }
    }

    @Right
    static void twoLockQueue(Trial trial) {
      queue(new TwoLocks()).check(trial);
    }

    /** Its size is counted after the insertion: one can take what is not yet counted. */
    static class CountedLate extends TwoLocks {
      final AtomicInteger size = new AtomicInteger();

      @Override
      public void offer(int value) {
        super.offer(value);
        size.incrementAndGet();
      }

      @Override
      public Integer poll() {
        Integer value = super.poll();
        if (value != null) {
          size.decrementAndGet();
        }
        return value;
      }
    }

    @Wrong(calls = 3)
    static void queueCountedAfterTheInsertion(Trial trial) {
      CountedLate fresh = new CountedLate();
      queue(fresh)
          .operation("size()", queue -> fresh.size.get(), list -> returns(list.size(), list))
          .check(trial);
    }

    /**
     * Herlihy and Wing, TOPLAS 1990, figure 9; no step of an insertion is where it takes effect.
     */
    static class HerlihyWing {
      final AtomicInteger back = new AtomicInteger();
      final AtomicReferenceArray<Integer> items = new AtomicReferenceArray<>(12);

      void put(int value) {
        items.set(back.getAndIncrement(), value);
      }

      int take() {
        while (true) {
          int range = back.get();
          for (int i = 0; i < range; i++) {
            Integer value = items.getAndSet(i, null);
            if (value != null) {
              return value;
            }
          }
          Thread.onSpinWait();
        }
      }
    }

    @Right
    static void herlihyWingQueue(Trial trial) {
      Specification.<HerlihyWing, List<Integer>>of(HerlihyWing::new, List.of())
          .command("put(1)", queue -> queue.put(1), list -> done(with(list, 1)))
          .command("put(2)", queue -> queue.put(2), list -> done(with(list, 2)))
          .operation("take()", HerlihyWing::take, Models::takeFirst)
          .check(trial);
    }

    interface Buffer {
      void put(int value) throws InterruptedException;

      Integer take() throws InterruptedException;
    }

    static Specification<Buffer, List<Integer>> buffer(Buffer fresh) {
      return Specification.<Buffer, List<Integer>>of(() -> fresh, List.of())
          .command("put(1)", buffer -> buffer.put(1), list -> put(list, 1, 1))
          .command("put(2)", buffer -> buffer.put(2), list -> put(list, 2, 1))
          .operation("take()", Buffer::take, Models::takeFirst);
    }

    static class MonitorBuffer implements Buffer {
      final ArrayDeque<Integer> items = new ArrayDeque<>();

      public synchronized void put(int value) throws InterruptedException {
        while (items.size() == 1) {
          wait();
        }
        items.add(value);
        wake();
      }

      public synchronized Integer take() throws InterruptedException {
        while (items.isEmpty()) {
          wait();
        }
        Integer value = items.remove();
        wake();
        return value;
      }

      void wake() {
        notifyAll();
      }
    }

    @Right
    static void bufferWithMonitor(Trial trial) {
      buffer(new MonitorBuffer()).interruptible().check(trial);
    }

    /** The one that is woken may be of the same kind: then all wait. */
    static class OneNotify extends MonitorBuffer {
      @Override
      void wake() {
        notify();
      }
    }

    @Wrong("Stuck")
    static void bufferThatWakesOnlyOne(Trial trial) {
      buffer(new OneNotify()).check(trial);
    }

    @Wrong("Stuck")
    static void bufferThatWakesOnlyOneWhenSomeWaitForGoodReason(Trial trial) {
      buffer(new OneNotify()).interruptible().check(trial);
    }

    static class WithIf extends MonitorBuffer {
      @Override
      public synchronized void put(int value) throws InterruptedException {
        if (items.size() == 1) {
          wait();
        }
        items.add(value);
        notifyAll();
      }

      @Override
      public synchronized Integer take() throws InterruptedException {
        if (items.isEmpty()) {
          wait();
        }
        Integer value = items.poll();
        notifyAll();
        return value;
      }
    }

    @Wrong(calls = 2)
    static void bufferWithIf(Trial trial) {
      buffer(new WithIf()).check(trial);
    }

    static class LockBuffer implements Buffer {
      final ReentrantLock lock = new ReentrantLock();
      final Condition room = lock.newCondition();
      final Condition goods = lock.newCondition();
      Integer item;

      public void put(int value) throws InterruptedException {
        lock.lockInterruptibly();
        try {
          while (item != null) {
            room.await();
          }
          item = value;
          goods.signal();
        } finally {
          lock.unlock();
        }
      }

      public Integer take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
          while (item == null) {
            goods.await();
          }
          Integer value = item;
          item = null;
          room.signal();
          return value;
        } finally {
          lock.unlock();
        }
      }
    }

    @Right
    static void bufferWithTwoConditions(Trial trial) {
      buffer(new LockBuffer()).interruptible().check(trial);
    }
  }
}
