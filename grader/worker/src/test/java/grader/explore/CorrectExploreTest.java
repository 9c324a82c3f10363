package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Action;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Correct programs never fail, under any policy. {@code -Dexplore.schedules} says how often. */
class CorrectExploreTest {

  private static final int SCHEDULES = Integer.getInteger("explore.schedules", 300);

  @TestFactory
  Stream<DynamicTest> correctProgramsNeverFail() {
    Explored explored = new Explored(Programs.class);
    return Arrays.stream(Programs.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == String.class && method.getParameterCount() == 0)
        .map(Method::getName)
        .filter(name -> !name.contains("$"))
        .sorted()
        .map(name ->
            DynamicTest.dynamicTest(
                name, () -> assertThat(explored.outcomes(name, SCHEDULES)).containsOnlyKeys("ok")));
  }

  @SuppressWarnings({"all", "deprecation", "overrides", "removal", "serial", "try"})
  static class Programs {

    interface Lock {
      void lock() throws InterruptedException;

      void unlock();
    }

    static class Count {
      int value;
    }

    private static String ok(boolean holds) {
      return holds ? "ok" : "wrong";
    }

    private static String excludes(Lock lock) throws Throwable {
      return excludes(lock, 2, 2);
    }

    private static String excludes(Lock lock, int threads, int rounds) throws Throwable {
      Count count = new Count();
      Action body =
          () -> {
            for (int i = 0; i < rounds; i++) {
              lock.lock();
              count.value++;
              lock.unlock();
            }
          };
      Action[] bodies = new Action[threads];
      Arrays.fill(bodies, body);
      Together.run(bodies);
      return ok(count.value == threads * rounds);
    }

    // Locks.

    static class SpinLock implements Lock {
      final AtomicBoolean taken = new AtomicBoolean();

      public void lock() {
        while (!taken.compareAndSet(false, true)) {
          Thread.onSpinWait();
        }
      }

      public void unlock() {
        taken.set(false);
      }
    }

    static String spinLock() throws Throwable {
      return excludes(new SpinLock());
    }

    static String testAndTestAndSet() throws Throwable {
      AtomicBoolean taken = new AtomicBoolean();
      return excludes(
          new Lock() {
            public void lock() {
              do {
                while (taken.get()) {
                  Thread.yield();
                }
              } while (taken.getAndSet(true));
            }

            public void unlock() {
              taken.set(false);
            }
          });
    }

    static class Peterson {
      volatile boolean wants0;
      volatile boolean wants1;
      volatile int turn;
    }

    static String peterson() throws Throwable {
      Peterson p = new Peterson();
      Count count = new Count();
      Together.run(
          () -> {
            p.wants0 = true;
            p.turn = 1;
            while (p.wants1 && p.turn == 1) {
              Thread.onSpinWait();
            }
            count.value++;
            p.wants0 = false;
          },
          () -> {
            p.wants1 = true;
            p.turn = 0;
            while (p.wants0 && p.turn == 0) {
              Thread.onSpinWait();
            }
            count.value++;
            p.wants1 = false;
          });
      return ok(count.value == 2);
    }

    static class TicketLock implements Lock {
      final AtomicInteger next = new AtomicInteger();
      volatile int serving;

      public void lock() {
        int mine = next.getAndIncrement();
        while (serving != mine) {
          Thread.onSpinWait();
        }
      }

      public void unlock() {
        serving++;
      }
    }

    static String ticketLock() throws Throwable {
      return excludes(new TicketLock(), 3, 1);
    }

    static class Mcs implements Lock {
      static class Node {
        volatile boolean locked;
        volatile Node next;
      }

      final AtomicReference<Node> tail = new AtomicReference<>();
      final ThreadLocal<Node> mine = new ThreadLocal<>();

      public void lock() {
        Node node = new Node();
        mine.set(node);
        Node before = tail.getAndSet(node);
        if (before != null) {
          node.locked = true;
          before.next = node;
          while (node.locked) {
            Thread.onSpinWait();
          }
        }
      }

      public void unlock() {
        Node node = mine.get();
        if (node.next == null) {
          if (tail.compareAndSet(node, null)) {
            return;
          }
          while (node.next == null) {
            Thread.onSpinWait();
          }
        }
        node.next.locked = false;
      }
    }

    static String mcsLock() throws Throwable {
      return excludes(new Mcs(), 3, 1);
    }

    static class Clh implements Lock {
      static class Node {
        volatile boolean locked;
      }

      final AtomicReference<Node> tail = new AtomicReference<>(new Node());
      final ThreadLocal<Node> mine = new ThreadLocal<>();

      public void lock() {
        Node node = new Node();
        node.locked = true;
        mine.set(node);
        Node before = tail.getAndSet(node);
        while (before.locked) {
          Thread.onSpinWait();
        }
      }

      public void unlock() {
        mine.get().locked = false;
      }
    }

    static String clhLock() throws Throwable {
      return excludes(new Clh(), 3, 1);
    }

    static class ParkingLock implements Lock {
      final AtomicBoolean taken = new AtomicBoolean();
      final java.util.concurrent.ConcurrentLinkedQueue<Thread> waiting =
          new java.util.concurrent.ConcurrentLinkedQueue<>();

      public void lock() {
        Thread me = Thread.currentThread();
        waiting.add(me);
        while (waiting.peek() != me || !taken.compareAndSet(false, true)) {
          LockSupport.park(this);
        }
        waiting.remove();
      }

      public void unlock() {
        taken.set(false);
        LockSupport.unpark(waiting.peek());
      }
    }

    static String fifoMutex() throws Throwable {
      return excludes(new ParkingLock(), 3, 1);
    }

    static class MonitorLock implements Lock {
      Thread owner;
      int holds;

      public synchronized void lock() throws InterruptedException {
        while (owner != null && owner != Thread.currentThread()) {
          wait();
        }
        owner = Thread.currentThread();
        holds++;
      }

      public synchronized void unlock() {
        if (--holds == 0) {
          owner = null;
          notify();
        }
      }
    }

    static String reentrantLockByHand() throws Throwable {
      return excludes(new MonitorLock(), 3, 1);
    }

    static String filterLockOfSemaphore() throws Throwable {
      Semaphore semaphore = new Semaphore(1);
      return excludes(
          new Lock() {
            public void lock() throws InterruptedException {
              while (!semaphore.tryAcquire(1, TimeUnit.MILLISECONDS)) {}
            }

            public void unlock() {
              semaphore.release();
            }
          });
    }

    // Lock-free structures.

    static class Node<T> {
      final T value;
      volatile Node<T> next;

      Node(T value, Node<T> next) {
        this.value = value;
        this.next = next;
      }
    }

    static class Treiber<T> {
      final AtomicReference<Node<T>> top = new AtomicReference<>();

      void push(T value) {
        Node<T> old;
        do {
          old = top.get();
        } while (!top.compareAndSet(old, new Node<>(value, old)));
      }

      T pop() {
        Node<T> old;
        do {
          old = top.get();
        } while (old != null && !top.compareAndSet(old, old.next));
        return old == null ? null : old.value;
      }
    }

    static String treiberStack() throws Throwable {
      Treiber<Integer> stack = new Treiber<>();
      AtomicInteger sum = new AtomicInteger();
      Action body =
          () -> {
            stack.push(1);
            Integer got = stack.pop();
            sum.addAndGet(got == null ? 100 : got);
          };
      Together.run(body, body, body);
      return ok(sum.get() == 3 && stack.pop() == null);
    }

    static class MichaelScott<T> {
      final AtomicReference<Cell<T>> head;
      final AtomicReference<Cell<T>> tail;

      static class Cell<T> {
        final T value;
        final AtomicReference<Cell<T>> next = new AtomicReference<>();

        Cell(T value) {
          this.value = value;
        }
      }

      MichaelScott() {
        Cell<T> dummy = new Cell<>(null);
        head = new AtomicReference<>(dummy);
        tail = new AtomicReference<>(dummy);
      }

      void put(T value) {
        Cell<T> cell = new Cell<>(value);
        while (true) {
          Cell<T> last = tail.get();
          Cell<T> next = last.next.get();
          if (next != null) {
            tail.compareAndSet(last, next);
          } else if (last.next.compareAndSet(null, cell)) {
            tail.compareAndSet(last, cell);
            return;
          }
        }
      }

      T take() {
        while (true) {
          Cell<T> first = head.get();
          Cell<T> last = tail.get();
          Cell<T> next = first.next.get();
          if (next == null) {
            return null;
          }
          if (first == last) {
            tail.compareAndSet(last, next);
          } else if (head.compareAndSet(first, next)) {
            return next.value;
          }
        }
      }
    }

    static String michaelScottQueue() throws Throwable {
      MichaelScott<Integer> queue = new MichaelScott<>();
      List<Integer> got = new ArrayList<>();
      Together.run(
          () -> {
            queue.put(1);
            queue.put(2);
          },
          () -> queue.put(3),
          () -> {
            for (int i = 0; i < 2; i++) {
              Integer one = queue.take();
              if (one != null) {
                got.add(one);
              }
            }
          });
      for (Integer one = queue.take(); one != null; one = queue.take()) {
        got.add(one);
      }
      return ok(got.size() == 3 && got.indexOf(1) < got.indexOf(2) && got.contains(3));
    }

    static class StealingDeque {
      final AtomicReferenceArray<Integer> slots = new AtomicReferenceArray<>(8);
      final AtomicInteger top = new AtomicInteger();
      volatile int bottom;

      void push(int value) {
        slots.set(bottom & 7, value);
        bottom++;
      }

      Integer pop() {
        int b = --bottom;
        int t = top.get();
        if (t > b) {
          bottom = t;
          return null;
        }
        Integer value = slots.get(b & 7);
        if (t == b) {
          if (!top.compareAndSet(t, t + 1)) {
            value = null;
          }
          bottom = t + 1;
        }
        return value;
      }

      Integer steal() {
        int t = top.get();
        if (t >= bottom) {
          return null;
        }
        Integer value = slots.get(t & 7);
        return top.compareAndSet(t, t + 1) ? value : null;
      }
    }

    static String workStealingDeque() throws Throwable {
      StealingDeque deque = new StealingDeque();
      AtomicInteger sum = new AtomicInteger();
      Action thief = () -> add(sum, deque.steal());
      Together.run(
          () -> {
            deque.push(1);
            deque.push(10);
            add(sum, deque.pop());
            deque.push(100);
            add(sum, deque.pop());
            add(sum, deque.pop());
          },
          thief,
          thief);
      for (Integer left = deque.steal(); left != null; left = deque.steal()) {
        add(sum, left);
      }
      return ok(sum.get() == 111);
    }

    private static void add(AtomicInteger sum, Integer value) {
      if (value != null) {
        sum.addAndGet(value);
      }
    }

    static class SeqLock {
      final AtomicInteger version = new AtomicInteger();
      volatile int a;
      volatile int b;

      void write(int value) {
        version.incrementAndGet();
        a = value;
        b = value;
        version.incrementAndGet();
      }

      boolean consistent() {
        while (true) {
          int before = version.get();
          int x = a;
          int y = b;
          if ((before & 1) == 0 && version.get() == before) {
            return x == y;
          }
          Thread.onSpinWait();
        }
      }
    }

    static String seqLock() throws Throwable {
      SeqLock lock = new SeqLock();
      boolean[] good = new boolean[2];
      Together.run(
          () -> {
            lock.write(1);
            lock.write(2);
          },
          () -> good[0] = lock.consistent(),
          () -> good[1] = lock.consistent());
      return ok(good[0] && good[1]);
    }

    // Barriers.

    static class SenseBarrier {
      final AtomicInteger missing = new AtomicInteger(2);
      volatile boolean sense;

      void await(boolean mine) {
        if (missing.decrementAndGet() == 0) {
          missing.set(2);
          sense = mine;
        } else {
          while (sense != mine) {
            Thread.onSpinWait();
          }
        }
      }
    }

    static String senseReversingBarrier() throws Throwable {
      SenseBarrier barrier = new SenseBarrier();
      AtomicIntegerArray at = new AtomicIntegerArray(2);
      AtomicBoolean wrong = new AtomicBoolean();
      Together.run(() -> rounds(barrier, at, 0, wrong), () -> rounds(barrier, at, 1, wrong));
      return ok(!wrong.get());
    }

    private static void rounds(
        SenseBarrier barrier, AtomicIntegerArray at, int me, AtomicBoolean wrong) {
      boolean sense = true;
      for (int round = 1; round <= 2; round++) {
        at.set(me, round);
        barrier.await(sense);
        if (at.get(1 - me) < round) {
          wrong.set(true);
        }
        sense = !sense;
      }
    }

    static String phaserTree() throws Throwable {
      Phaser root = new Phaser();
      Phaser left = new Phaser(root, 2);
      Phaser right = new Phaser(root, 1);
      AtomicInteger arrived = new AtomicInteger();
      AtomicBoolean wrong = new AtomicBoolean();
      Together.run(
          () -> arrive(left, arrived, wrong),
          () -> arrive(left, arrived, wrong),
          () -> arrive(right, arrived, wrong));
      return ok(!wrong.get());
    }

    private static void arrive(Phaser phaser, AtomicInteger arrived, AtomicBoolean wrong) {
      arrived.incrementAndGet();
      phaser.arriveAndAwaitAdvance();
      if (arrived.get() != 3) {
        wrong.set(true);
      }
    }

    static class LatchByHand {
      int count;

      LatchByHand(int count) {
        this.count = count;
      }

      synchronized void countDown() {
        if (--count == 0) {
          notifyAll();
        }
      }

      synchronized void await() throws InterruptedException {
        while (count > 0) {
          wait();
        }
      }
    }

    static String latchByHand() throws Throwable {
      LatchByHand latch = new LatchByHand(2);
      int[] done = new int[2];
      int[] seen = new int[1];
      Together.run(
          () -> {
            done[0] = 1;
            latch.countDown();
          },
          () -> {
            done[1] = 1;
            latch.countDown();
          },
          () -> {
            latch.await();
            seen[0] = done[0] + done[1];
          });
      return ok(seen[0] == 2);
    }

    // Bounded buffers.

    interface Buffer {
      void put(int value) throws InterruptedException;

      int take() throws InterruptedException;
    }

    private static String passes(Buffer buffer) throws Throwable {
      AtomicInteger sum = new AtomicInteger();
      Together.run(
          () -> {
            buffer.put(1);
            buffer.put(10);
          },
          () -> buffer.put(100),
          () -> sum.addAndGet(buffer.take()),
          () -> {
            sum.addAndGet(buffer.take());
            sum.addAndGet(buffer.take());
          });
      return ok(sum.get() == 111);
    }

    static String bufferOfMonitor() throws Throwable {
      Queue<Integer> items = new LinkedList<>();
      return passes(
          new Buffer() {
            public synchronized void put(int value) throws InterruptedException {
              while (items.size() == 1) {
                wait();
              }
              items.add(value);
              notifyAll();
            }

            public synchronized int take() throws InterruptedException {
              while (items.isEmpty()) {
                wait();
              }
              notifyAll();
              return items.remove();
            }
          });
    }

    static String bufferOfConditions() throws Throwable {
      Queue<Integer> items = new ArrayDeque<>();
      ReentrantLock lock = new ReentrantLock();
      Condition full = lock.newCondition();
      Condition empty = lock.newCondition();
      return passes(
          new Buffer() {
            public void put(int value) throws InterruptedException {
              lock.lock();
              try {
                while (items.size() == 1) {
                  full.await();
                }
                items.add(value);
                empty.signal();
              } finally {
                lock.unlock();
              }
            }

            public int take() throws InterruptedException {
              lock.lock();
              try {
                while (items.isEmpty()) {
                  empty.await();
                }
                full.signal();
                return items.remove();
              } finally {
                lock.unlock();
              }
            }
          });
    }

    static String bufferOfSemaphores() throws Throwable {
      Semaphore free = new Semaphore(1);
      Semaphore filled = new Semaphore(0);
      Semaphore mutex = new Semaphore(1);
      Queue<Integer> items = new ArrayDeque<>();
      return passes(
          new Buffer() {
            public void put(int value) throws InterruptedException {
              free.acquire();
              mutex.acquire();
              items.add(value);
              mutex.release();
              filled.release();
            }

            public int take() throws InterruptedException {
              filled.acquire();
              mutex.acquire();
              int value = items.remove();
              mutex.release();
              free.release();
              return value;
            }
          });
    }

    // Read-write lock, semaphore, rate limiter.

    static class WriterFirst {
      int readers;
      boolean writing;
      int writersWaiting;

      synchronized void lockRead() throws InterruptedException {
        while (writing || writersWaiting > 0) {
          wait();
        }
        readers++;
      }

      synchronized void unlockRead() {
        if (--readers == 0) {
          notifyAll();
        }
      }

      synchronized void lockWrite() throws InterruptedException {
        writersWaiting++;
        try {
          while (writing || readers > 0) {
            wait();
          }
        } finally {
          writersWaiting--;
        }
        writing = true;
      }

      synchronized void unlockWrite() {
        writing = false;
        notifyAll();
      }
    }

    static String writerPreference() throws Throwable {
      WriterFirst lock = new WriterFirst();
      Count a = new Count();
      Count b = new Count();
      boolean[] same = new boolean[2];
      Action writer =
          () -> {
            lock.lockWrite();
            a.value++;
            b.value++;
            lock.unlockWrite();
          };
      Together.run(
          writer, writer, () -> same[0] = reads(lock, a, b), () -> same[1] = reads(lock, a, b));
      return ok(same[0] && same[1] && a.value == 2);
    }

    private static boolean reads(WriterFirst lock, Count a, Count b) throws InterruptedException {
      lock.lockRead();
      try {
        return a.value == b.value;
      } finally {
        lock.unlockRead();
      }
    }

    static class TimedSemaphore {
      int permits;

      synchronized void release() {
        permits++;
        notify();
      }

      synchronized boolean tryAcquire(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        try {
          while (permits == 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
              return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
          }
        } catch (InterruptedException e) {
          notify();
          throw e;
        }
        permits--;
        return true;
      }
    }

    static String timedSemaphore() throws Throwable {
      TimedSemaphore semaphore = new TimedSemaphore();
      AtomicInteger got = new AtomicInteger();
      Action taker =
          () -> {
            if (semaphore.tryAcquire(5)) {
              got.incrementAndGet();
            }
          };
      Together.run(taker, taker, semaphore::release);
      return ok(got.get() + semaphore.permits == 1);
    }

    static String interruptedSemaphore() throws Throwable {
      TimedSemaphore semaphore = new TimedSemaphore();
      AtomicInteger got = new AtomicInteger();
      Thread taker =
          new Thread(() -> {
            try {
              if (semaphore.tryAcquire(1_000_000)) {
                got.incrementAndGet();
              }
            } catch (InterruptedException e) {
            }
          });
      taker.start();
      Together.run(
          taker::interrupt,
          semaphore::release,
          () -> {
            if (semaphore.tryAcquire(1)) {
              got.incrementAndGet();
            }
          });
      taker.join();
      return ok(got.get() + semaphore.permits == 1);
    }

    static String rateLimiter() throws Throwable {
      AtomicLong next = new AtomicLong(System.nanoTime());
      long begin = System.nanoTime();
      long[] at = new long[3];
      Together.run(
          () -> at[0] = limited(next), () -> at[1] = limited(next), () -> at[2] = limited(next));
      Arrays.sort(at);
      return ok(at[2] - begin >= 2_000_000 && at[1] - begin >= 1_000_000);
    }

    private static long limited(AtomicLong next) throws InterruptedException {
      long mine = next.getAndAdd(1_000_000);
      long left = mine - System.nanoTime();
      while (left > 0) {
        TimeUnit.NANOSECONDS.sleep(left);
        left = mine - System.nanoTime();
      }
      return System.nanoTime();
    }

    // Philosophers, caches, pools, futures.

    static String orderedPhilosophers() throws Throwable {
      Object[] forks = {new Object(), new Object(), new Object()};
      AtomicInteger meals = new AtomicInteger();
      Together.run(
          () -> eat(forks, 0, 1, meals),
          () -> eat(forks, 1, 2, meals),
          () -> eat(forks, 0, 2, meals));
      return ok(meals.get() == 3);
    }

    private static void eat(Object[] forks, int first, int second, AtomicInteger meals) {
      synchronized (forks[first]) {
        synchronized (forks[second]) {
          meals.incrementAndGet();
        }
      }
    }

    static String philosophersWithWaiter() throws Throwable {
      ReentrantLock[] forks = {new ReentrantLock(), new ReentrantLock()};
      Semaphore waiter = new Semaphore(1);
      AtomicInteger meals = new AtomicInteger();
      Together.run(() -> dine(forks, 0, waiter, meals), () -> dine(forks, 1, waiter, meals));
      return ok(meals.get() == 2);
    }

    private static void dine(ReentrantLock[] forks, int me, Semaphore waiter, AtomicInteger meals)
        throws InterruptedException {
      waiter.acquire();
      forks[me].lock();
      forks[1 - me].lock();
      meals.incrementAndGet();
      forks[me].unlock();
      forks[1 - me].unlock();
      waiter.release();
    }

    static String cache() throws Throwable {
      Map<String, Object> cache = new ConcurrentHashMap<>();
      AtomicInteger made = new AtomicInteger();
      Object[] got = new Object[3];
      Together.run(
          () -> got[0] = cache.computeIfAbsent("k", k -> made(made)),
          () -> got[1] = cache.computeIfAbsent("k", k -> made(made)),
          () -> got[2] = cache.computeIfAbsent("k", k -> made(made)));
      return ok(made.get() == 1 && got[0] == got[1] && got[1] == got[2]);
    }

    private static Object made(AtomicInteger count) {
      Thread.yield();
      count.incrementAndGet();
      return new Object();
    }

    static class PoolByHand {
      final Deque<Runnable> tasks = new ArrayDeque<>();
      final List<Thread> workers = new ArrayList<>();
      boolean closed;

      PoolByHand(int size) {
        for (int i = 0; i < size; i++) {
          Thread worker = new Thread(this::work);
          workers.add(worker);
          worker.start();
        }
      }

      synchronized void submit(Runnable task) {
        tasks.add(task);
        notify();
      }

      private void work() {
        for (Runnable task = next(); task != null; task = next()) {
          task.run();
        }
      }

      private synchronized Runnable next() {
        while (tasks.isEmpty() && !closed) {
          try {
            wait();
          } catch (InterruptedException e) {
            return null;
          }
        }
        return tasks.poll();
      }

      void close() throws InterruptedException {
        synchronized (this) {
          closed = true;
          notifyAll();
        }
        for (Thread worker : workers) {
          worker.join();
        }
      }
    }

    static String poolByHand() throws Throwable {
      PoolByHand pool = new PoolByHand(2);
      AtomicInteger done = new AtomicInteger();
      for (int i = 0; i < 3; i++) {
        pool.submit(done::incrementAndGet);
      }
      pool.close();
      return ok(done.get() == 3);
    }

    static class FutureByHand<T> implements Runnable {
      final Callable<T> body;
      T value;
      Throwable failure;
      boolean done;

      FutureByHand(Callable<T> body) {
        this.body = body;
      }

      public void run() {
        try {
          end(body.call(), null);
        } catch (Exception e) {
          end(null, e);
        }
      }

      private synchronized void end(T result, Throwable thrown) {
        value = result;
        failure = thrown;
        done = true;
        notifyAll();
      }

      synchronized T get() throws InterruptedException {
        while (!done) {
          wait();
        }
        return value;
      }
    }

    static String futureByHand() throws Throwable {
      FutureByHand<Integer> future = new FutureByHand<>(() -> 7);
      int[] got = new int[2];
      Together.run(future::run, () -> got[0] = future.get(), () -> got[1] = future.get());
      return ok(got[0] == 7 && got[1] == 7);
    }

    static class Lazy {
      volatile Object value;
      int made;

      Object get() {
        Object seen = value;
        if (seen == null) {
          synchronized (this) {
            seen = value;
            if (seen == null) {
              made++;
              value = seen = new Object();
            }
          }
        }
        return seen;
      }
    }

    static String doubleCheckedLocking() throws Throwable {
      Lazy lazy = new Lazy();
      Object[] got = new Object[3];
      Together.run(() -> got[0] = lazy.get(), () -> got[1] = lazy.get(), () -> got[2] = lazy.get());
      return ok(lazy.made == 1 && got[0] == got[1] && got[1] == got[2]);
    }

    static String orderedTransfers() throws Throwable {
      int[] accounts = {10, 10};
      Object[] locks = {new Object(), new Object()};
      Together.run(() -> move(accounts, locks, 0, 1), () -> move(accounts, locks, 1, 0));
      return ok(accounts[0] == 10 && accounts[1] == 10);
    }

    private static void move(int[] accounts, Object[] locks, int from, int to) {
      synchronized (locks[Math.min(from, to)]) {
        synchronized (locks[Math.max(from, to)]) {
          accounts[from]--;
          accounts[to]++;
        }
      }
    }

    static String interruptedWorkers() throws Throwable {
      List<Thread> workers = new ArrayList<>();
      AtomicInteger ended = new AtomicInteger();
      for (int i = 0; i < 2; i++) {
        Thread worker =
            new Thread(() -> {
              try {
                while (!Thread.currentThread().isInterrupted()) {
                  Thread.sleep(1);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              if (Thread.currentThread().isInterrupted()) {
                ended.incrementAndGet();
              }
            });
        workers.add(worker);
        worker.start();
      }
      workers.forEach(Thread::interrupt);
      for (Thread worker : workers) {
        worker.join();
      }
      return ok(ended.get() == 2);
    }

    static String pingPong() throws Throwable {
      Semaphore ping = new Semaphore(1);
      Semaphore pong = new Semaphore(0);
      StringBuilder seen = new StringBuilder();
      Together.run(() -> turns(ping, pong, "a", seen), () -> turns(pong, ping, "b", seen));
      return ok(seen.toString().equals("ababab"));
    }

    private static void turns(Semaphore mine, Semaphore other, String name, StringBuilder seen)
        throws InterruptedException {
      for (int i = 0; i < 3; i++) {
        mine.acquire();
        seen.append(name);
        other.release();
      }
    }

    static class Striped {
      final List<Map<String, Integer>> maps = List.of(new HashMap<>(), new HashMap<>());

      void add(String key) {
        Map<String, Integer> map = maps.get(key.hashCode() & 1);
        synchronized (map) {
          map.merge(key, 1, Integer::sum);
        }
      }
    }

    static String stripedMap() throws Throwable {
      Striped striped = new Striped();
      Action body =
          () -> {
            striped.add("a");
            striped.add("b");
          };
      Together.run(body, body);
      return ok(sum(striped) == 4);
    }

    private static int sum(Striped striped) {
      int sum = 0;
      for (Map<String, Integer> map : striped.maps) {
        for (int value : map.values()) {
          sum += value;
        }
      }
      return sum;
    }
  }
}
