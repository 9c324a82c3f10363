package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import grader.protocol.Move;
import grader.testkit.Action;
import grader.testkit.Bug;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Data races are found, and what the specification orders is no race. In every program two threads
 * use the same field, array or collection.
 */
class RaceExploreTest {

  private static final int SCHEDULES = Integer.getInteger("explore.races", 50);

  @TestFactory
  Stream<DynamicTest> racesAreFound() {
    return Explored.racing(Racy.class, SCHEDULES);
  }

  @TestFactory
  Stream<DynamicTest> whatIsOrderedIsNoRace() {
    return Explored.ordered(Ordered.class, SCHEDULES);
  }

  /** What is known of the shape of a race gives it its name. */
  @TestFactory
  Stream<DynamicTest> aRaceIsCalledByItsShape() {
    Explored explored = new Explored(Racy.class);
    return Map.of(
            "counter", Bug.LOST_UPDATE,
            "listAdd", Bug.LOST_UPDATE,
            "bothWrite", Bug.DATA_RACE,
            "listUnlockedReader", Bug.DATA_RACE,
            "readOutsideTheLock", Bug.STALE_READ,
            "readOutsideTheLockByAWriter", Bug.STALE_READ,
            "immutablePublication", Bug.STALE_READ,
            "unsafePublication", Bug.UNSAFE_PUBLICATION,
            "doubleCheckedLocking", Bug.UNSAFE_PUBLICATION)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(named ->
            DynamicTest.dynamicTest(
                named.getKey(),
                () ->
                    assertThat(explored.namesOfRaces(named.getKey(), SCHEDULES))
                        .contains(named.getValue().slug())
                        .isSubsetOf(named.getValue().slug(), "done")));
  }

  /** The second access is told of before it happens; its value is not. */
  @Test
  void aWriteIsShownWithWhatItWrites() {
    List<Move> moves = new Explored(Racy.class).movesOfRace("bothWrite");
    assertThat(moves).extracting(Move::what).contains("writes x = 1", "writes x = 2");
  }

  /** The last that the first thread does is to unlock, and that has no line of its own. */
  @Test
  void theFirstAccessIsShownAndNotWhatFollowsIt() {
    List<Move> moves = new Explored(Racy.class).movesOfRace("readOutsideTheLock");
    assertThat(moves).extracting(Move::what).contains("writes x = 1");
  }

  @SuppressWarnings({"all", "deprecation", "overrides", "removal", "serial", "try"})
  static class Racy {

    static class Box {
      int x;
      long wide;
      Object ref;
      int[] cells = new int[2];
      volatile boolean flag;
      volatile int[] shared = new int[2];
      boolean plainFlag;
      static int global;
    }

    static class Helper {
      int x = 1;
    }

    static Object bothWrite() throws Throwable {
      Box box = new Box();
      Together.run(() -> box.x = 1, () -> box.x = 2);
      return "done";
    }

    static Object writeAndRead() throws Throwable {
      Box box = new Box();
      int[] seen = new int[1];
      Together.run(() -> box.x = 1, () -> seen[0] = box.x);
      return "done";
    }

    static Object counter() throws Throwable {
      Box box = new Box();
      Together.run(() -> box.x++, () -> box.x++);
      return "done";
    }

    static Object wideField() throws Throwable {
      Box box = new Box();
      Together.run(() -> box.wide = -1, () -> box.wide = 1);
      return "done";
    }

    static Object staticField() throws Throwable {
      Together.run(() -> Box.global = 1, () -> Box.global = 2);
      return "done";
    }

    static Object arrayElement() throws Throwable {
      int[] cells = new int[1];
      Together.run(() -> cells[0] = 1, () -> cells[0]++);
      return "done";
    }

    static Object missingVolatile() throws Throwable {
      Box box = new Box();
      Together.run(
          () -> box.plainFlag = true,
          () -> {
            for (int i = 0; i < 5 && !box.plainFlag; i++) {
              Thread.onSpinWait();
            }
          });
      return "done";
    }

    static Object unsafePublication() throws Throwable {
      Box box = new Box();
      Together.run(
          () -> box.ref = new Helper(),
          () -> {
            Helper helper = (Helper) box.ref;
            if (helper != null) {
              helper.x++;
            }
          });
      return "done";
    }

    static Object doubleCheckedLocking() throws Throwable {
      Box box = new Box();
      Action get =
          () -> {
            if (box.ref == null) {
              synchronized (box) {
                if (box.ref == null) {
                  box.ref = new Helper();
                }
              }
            }
          };
      Together.run(get, get);
      return "done";
    }

    record Pair(int one, int other) {}

    static class Cell {
      Pair pair = new Pair(0, 0);
    }

    static Object immutablePublication() throws Throwable {
      Cell cell = new Cell();
      int[] seen = new int[1];
      Together.run(() -> cell.pair = new Pair(1, 1), () -> seen[0] = cell.pair.one());
      return "done";
    }

    static Object readOutsideTheLockByAWriter() throws Throwable {
      Box box = new Box();
      Action addWhileFew =
          () -> {
            if (box.x < 2) {
              synchronized (box) {
                box.x = 1;
              }
            }
          };
      Together.run(addWhileFew, addWhileFew);
      return "done";
    }

    static Object readOutsideTheLock() throws Throwable {
      Box box = new Box();
      int[] seen = new int[1];
      Together.run(
          () -> {
            synchronized (box) {
              box.x = 1;
            }
          },
          () -> seen[0] = box.x);
      return "done";
    }

    static Object differentLocks() throws Throwable {
      Box box = new Box();
      Object other = new Object();
      Together.run(
          () -> {
            synchronized (box) {
              box.x++;
            }
          },
          () -> {
            synchronized (other) {
              box.x++;
            }
          });
      return "done";
    }

    static Object newLockEachTime() throws Throwable {
      Box box = new Box();
      Action add =
          () -> {
            synchronized (new Object()) {
              box.x++;
            }
          };
      Together.run(add, add);
      return "done";
    }

    static Object volatileArrayHasPlainElements() throws Throwable {
      Box box = new Box();
      Together.run(() -> box.shared[0] = 1, () -> box.shared[0] = 2);
      return "done";
    }

    static Object flagBeforeData() throws Throwable {
      Box box = new Box();
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.flag = true;
            box.x = 1;
          },
          () -> {
            boolean ignored = box.flag;
            seen[0] = box.x;
          });
      return "done";
    }

    static Object flagNotRead() throws Throwable {
      Box box = new Box();
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.x = 1;
            box.flag = true;
          },
          () -> seen[0] = box.x);
      return "done";
    }

    static Object otherFlagRead() throws Throwable {
      Box box = new Box();
      AtomicBoolean other = new AtomicBoolean();
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.x = 1;
            box.flag = true;
          },
          () -> {
            other.get();
            seen[0] = box.x;
          });
      return "done";
    }

    static Object opaqueFlag() throws Throwable {
      Box box = new Box();
      AtomicInteger flag = new AtomicInteger();
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.x = 1;
            flag.setOpaque(1);
          },
          () -> {
            flag.getOpaque();
            seen[0] = box.x;
          });
      return "done";
    }

    static Object plainFlag() throws Throwable {
      Box box = new Box();
      AtomicInteger flag = new AtomicInteger();
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.x = 1;
            flag.setPlain(1);
          },
          () -> {
            flag.getPlain();
            seen[0] = box.x;
          });
      return "done";
    }

    static Object releaseWithoutAcquire() throws Throwable {
      Box box = new Box();
      AtomicInteger flag = new AtomicInteger();
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.x = 1;
            flag.setRelease(1);
          },
          () -> {
            flag.getOpaque();
            seen[0] = box.x;
          });
      return "done";
    }

    static Object listAdd() throws Throwable {
      List<Integer> list = new ArrayList<>();
      Together.run(() -> list.add(1), () -> list.add(2));
      return "done";
    }

    static Object linkedListAdd() throws Throwable {
      LinkedList<Integer> list = new LinkedList<>();
      Together.run(() -> list.addFirst(1), () -> list.addLast(2));
      return "done";
    }

    static Object mapPutAndGet() throws Throwable {
      Map<Integer, Integer> map = new HashMap<>();
      Together.run(() -> map.put(1, 1), () -> map.get(2));
      return "done";
    }

    static Object treeMapMerge() throws Throwable {
      Map<Integer, Integer> map = new TreeMap<>();
      Together.run(() -> map.merge(1, 1, Integer::sum), () -> map.merge(1, 1, Integer::sum));
      return "done";
    }

    static Object setContains() throws Throwable {
      Set<Integer> set = new LinkedHashSet<>();
      Together.run(() -> set.add(1), () -> set.contains(1));
      return "done";
    }

    static Object dequeOfferAndPoll() throws Throwable {
      ArrayDeque<Integer> deque = new ArrayDeque<>();
      Together.run(() -> deque.offer(1), () -> deque.poll());
      return "done";
    }

    static Object heapOffer() throws Throwable {
      PriorityQueue<Integer> heap = new PriorityQueue<>();
      Together.run(() -> heap.offer(1), () -> heap.peek());
      return "done";
    }

    static Object iterateWhileAdding() throws Throwable {
      List<Integer> list = new ArrayList<>(List.of(1, 2));
      Together.run(
          () -> list.add(3),
          () -> {
            try {
              for (int one : list) {
                Thread.onSpinWait();
              }
            } catch (java.util.ConcurrentModificationException seen) {
            }
          });
      return "done";
    }

    static Object listUnlockedReader() throws Throwable {
      List<Integer> list = new ArrayList<>();
      Together.run(
          () -> {
            synchronized (list) {
              list.add(1);
            }
          },
          () -> list.size());
      return "done";
    }

    static Object writesUnderReadLock() throws Throwable {
      Box box = new Box();
      ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
      CyclicBarrier both = new CyclicBarrier(2);
      Action add =
          () -> {
            lock.readLock().lock();
            both.await();
            box.x++;
            lock.readLock().unlock();
          };
      Together.run(add, add);
      return "done";
    }

    static Object semaphoreOfTwo() throws Throwable {
      Box box = new Box();
      Semaphore two = new Semaphore(2);
      CyclicBarrier both = new CyclicBarrier(2);
      Action add =
          () -> {
            two.acquire();
            both.await();
            box.x++;
            two.release();
          };
      Together.run(add, add);
      return "done";
    }

    static Object noJoin() throws Throwable {
      Box box = new Box();
      Thread writer = Together.start(() -> box.x = 1);
      int seen = box.x;
      writer.join();
      return "done";
    }

    static Object writeAfterStart() throws Throwable {
      Box box = new Box();
      int[] seen = new int[1];
      Thread reader = Together.start(() -> seen[0] = box.x);
      box.x = 1;
      reader.join();
      return "done";
    }

    static Object sleepForJoin() throws Throwable {
      Box box = new Box();
      Thread writer = Together.start(() -> box.x = 1);
      Thread.sleep(100);
      int seen = box.x;
      writer.join();
      return "done";
    }

    static Object unparkIsNoOrder() throws Throwable {
      Box box = new Box();
      Thread writer =
          Together.start(() -> {
            box.x = 1;
            Thread.yield();
          });
      LockSupport.parkNanos(1_000);
      int seen = box.x;
      writer.join();
      return "done";
    }

    static Object writeAfterRelease() throws Throwable {
      Box box = new Box();
      Semaphore permit = new Semaphore(0);
      int[] seen = new int[1];
      Together.run(
          () -> {
            permit.release();
            box.x = 1;
          },
          () -> {
            permit.acquire();
            seen[0] = box.x;
          });
      return "done";
    }

    static Object readBeforeAwait() throws Throwable {
      Box box = new Box();
      CountDownLatch latch = new CountDownLatch(1);
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.x = 1;
            latch.countDown();
          },
          () -> {
            seen[0] = box.x;
            latch.await();
          });
      return "done";
    }

    static Object writeAfterSubmit() throws Throwable {
      Box box = new Box();
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Future<Integer> future = pool.submit(() -> box.x);
      box.x = 1;
      future.get();
      pool.shutdown();
      return "done";
    }

    static Object futureNotAwaited() throws Throwable {
      Box box = new Box();
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Future<?> future = pool.submit(() -> box.x = 1);
      int seen = box.x;
      future.get();
      pool.shutdown();
      return "done";
    }

    static Object tasksOfAPool() throws Throwable {
      Box box = new Box();
      ExecutorService pool = Executors.newFixedThreadPool(2);
      CyclicBarrier both = new CyclicBarrier(2);
      Future<?> one =
          pool.submit(() -> {
            both.await();
            return box.x++;
          });
      Future<?> other =
          pool.submit(() -> {
            both.await();
            return box.x++;
          });
      one.get();
      other.get();
      pool.shutdown();
      return "done";
    }

    static Object afterTheBarrier() throws Throwable {
      Box box = new Box();
      CyclicBarrier barrier = new CyclicBarrier(2);
      Action add =
          () -> {
            barrier.await();
            box.x++;
          };
      Together.run(add, add);
      return "done";
    }

    static Object elementOfConcurrentMap() throws Throwable {
      Map<String, Box> map = new ConcurrentHashMap<>(Map.of("box", new Box()));
      Together.run(() -> map.get("box").x++, () -> map.get("box").x++);
      return "done";
    }

    static Object elementOfCopyOnWriteList() throws Throwable {
      List<Box> list = new CopyOnWriteArrayList<>(List.of(new Box()));
      Together.run(() -> list.get(0).x++, () -> list.get(0).x++);
      return "done";
    }

    static Object iteratedSynchronizedList() throws Throwable {
      Box box = new Box();
      List<Box> list = Collections.synchronizedList(new ArrayList<>(List.of(box)));
      Action all =
          () -> {
            for (Box one : list) {
              one.x++;
            }
          };
      Together.run(all, all);
      return "done";
    }

    static Object notifyOutsideOfTheChange() throws Throwable {
      Box box = new Box();
      Together.run(
          () -> {
            box.plainFlag = true;
            synchronized (box) {
              box.notifyAll();
            }
          },
          () -> {
            boolean ignored = box.plainFlag;
          });
      return "done";
    }

    static Object twoReentrantLocks() throws Throwable {
      Box box = new Box();
      Action add =
          () -> {
            ReentrantLock own = new ReentrantLock();
            own.lock();
            box.x++;
            own.unlock();
          };
      Together.run(add, add);
      return "done";
    }

    static Object differentKeysOrderNothing() throws Throwable {
      Box box = new Box();
      ThreadLocal<Integer> own = ThreadLocal.withInitial(() -> 1);
      Action add =
          () -> {
            own.get();
            box.x++;
          };
      Together.run(add, add);
      return "done";
    }
  }

  @SuppressWarnings({"all", "deprecation", "overrides", "removal", "serial", "try"})
  static class Ordered {

    static class Box {
      int x;
      Object ref;
      volatile boolean flag;
      volatile Helper published;
      volatile int state;
      static final AtomicIntegerFieldUpdater<Box> STATE =
          AtomicIntegerFieldUpdater.newUpdater(Box.class, "state");
    }

    static class Helper {
      int x = 1;
    }

    static class Holder {
      static final Helper INSTANCE = new Helper();
    }

    enum Single {
      INSTANCE;
      int x = 1;
    }

    static class Handles {
      int flag;
      static final VarHandle FLAG;

      static {
        try {
          FLAG = MethodHandles.lookup().findVarHandle(Handles.class, "flag", int.class);
        } catch (ReflectiveOperationException impossible) {
          throw new ExceptionInInitializerError(impossible);
        }
      }
    }

    static class StaticHandle {
      static int flag;
      static volatile int volatileFlag;
      static final VarHandle FLAG = handle("flag");
      static final VarHandle VOLATILE_FLAG = handle("volatileFlag");

      static VarHandle handle(String field) {
        try {
          return MethodHandles.lookup().findStaticVarHandle(StaticHandle.class, field, int.class);
        } catch (ReflectiveOperationException impossible) {
          throw new ExceptionInInitializerError(impossible);
        }
      }
    }

    /** One thread writes, then something orders, then the other one reads. */
    private static Object orderedBy(Action after, Action before) throws Throwable {
      Box box = new Box();
      int[] seen = new int[1];
      Together.run(
          () -> {
            box.x = 1;
            after.run();
          },
          () -> {
            before.run();
            seen[0] = box.x;
          });
      return "done";
    }

    /** Both threads count, each under protection. */
    private static Object bothUnder(Action begin, Action end) throws Throwable {
      Box box = new Box();
      Action add =
          () -> {
            begin.run();
            box.x++;
            end.run();
          };
      Together.run(add, add);
      return "done";
    }

    static Object startAndJoin() throws Throwable {
      Box box = new Box();
      box.x = 1;
      Thread other = Together.start(() -> box.x++);
      other.join();
      box.x++;
      return "done";
    }

    static Object hasEnded() throws Throwable {
      Box box = new Box();
      Thread other = Together.start(() -> box.x = 1);
      while (other.isAlive()) {
        Thread.onSpinWait();
      }
      box.x++;
      return "done";
    }

    static Object synchronizedBlocks() throws Throwable {
      Box box = new Box();
      Action add =
          () -> {
            synchronized (box) {
              box.x++;
            }
          };
      Together.run(add, add);
      return "done";
    }

    static Object waitAndNotify() throws Throwable {
      Box box = new Box();
      Together.run(
          () -> {
            synchronized (box) {
              box.x = 1;
              box.notifyAll();
            }
          },
          () -> {
            synchronized (box) {
              while (box.x == 0) {
                box.wait();
              }
            }
          });
      return "done";
    }

    static Object volatileFlag() throws Throwable {
      Box box = new Box();
      Together.run(
          () -> {
            box.x = 1;
            box.flag = true;
          },
          () -> {
            while (!box.flag) {
              Thread.onSpinWait();
            }
            box.x++;
          });
      return "done";
    }

    static Object volatilePublication() throws Throwable {
      Box box = new Box();
      Together.run(
          () -> box.published = new Helper(),
          () -> {
            Helper helper = box.published;
            if (helper != null) {
              helper.x++;
            }
          });
      return "done";
    }

    static Object doubleCheckedLocking() throws Throwable {
      Box box = new Box();
      Action get =
          () -> {
            Helper helper = box.published;
            if (helper == null) {
              synchronized (box) {
                if (box.published == null) {
                  box.published = new Helper();
                }
              }
            }
            int seen = box.published.x;
          };
      Together.run(get, get);
      return "done";
    }

    static Object classInitialisation() throws Throwable {
      int[] seen = new int[2];
      Together.run(
          () -> seen[0] = Holder.INSTANCE.x, () -> seen[1] = Holder.INSTANCE.x + Single.INSTANCE.x);
      return "done";
    }

    static Object atomicBoolean() throws Throwable {
      AtomicBoolean flag = new AtomicBoolean();
      return orderedBy(
          () -> flag.set(true),
          () -> {
            while (!flag.get()) {
              Thread.onSpinWait();
            }
          });
    }

    static Object lazySetAndGetAcquire() throws Throwable {
      AtomicInteger flag = new AtomicInteger();
      return orderedBy(
          () -> flag.lazySet(1),
          () -> {
            while (flag.getAcquire() == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object spinLock() throws Throwable {
      AtomicBoolean taken = new AtomicBoolean();
      return bothUnder(
          () -> {
            while (!taken.compareAndSet(false, true)) {
              Thread.onSpinWait();
            }
          },
          () -> taken.set(false));
    }

    static Object spinLockAcquireRelease() throws Throwable {
      AtomicBoolean taken = new AtomicBoolean();
      return bothUnder(
          () -> {
            while (taken.compareAndExchangeAcquire(false, true)) {
              Thread.onSpinWait();
            }
          },
          () -> taken.setRelease(false));
    }

    static Object ticketLock() throws Throwable {
      AtomicInteger next = new AtomicInteger();
      AtomicInteger serving = new AtomicInteger();
      return bothUnder(
          () -> {
            int mine = next.getAndIncrement();
            while (serving.get() != mine) {
              Thread.onSpinWait();
            }
          },
          () -> serving.incrementAndGet());
    }

    static Object varHandleReleaseAcquire() throws Throwable {
      Handles handles = new Handles();
      return orderedBy(
          () -> Handles.FLAG.setRelease(handles, 1),
          () -> {
            while ((int) Handles.FLAG.getAcquire(handles) == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object varHandleOfStaticField() throws Throwable {
      StaticHandle.flag = 0;
      return orderedBy(
          () -> StaticHandle.FLAG.setRelease(1),
          () -> {
            while ((int) StaticHandle.FLAG.getAcquire() == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object varHandleOfStaticVolatile() throws Throwable {
      StaticHandle.volatileFlag = 0;
      return orderedBy(
          () -> StaticHandle.VOLATILE_FLAG.setVolatile(1),
          () -> {
            while (StaticHandle.volatileFlag == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object varHandleCompareAndSet() throws Throwable {
      Handles handles = new Handles();
      return bothUnder(
          () -> {
            while (!Handles.FLAG.compareAndSet(handles, 0, 1)) {
              Thread.onSpinWait();
            }
          },
          () -> Handles.FLAG.setVolatile(handles, 0));
    }

    static Object varHandleOfArray() throws Throwable {
      VarHandle cells = MethodHandles.arrayElementVarHandle(int[].class);
      int[] flags = new int[2];
      return orderedBy(
          () -> cells.setRelease(flags, 1, 1),
          () -> {
            while ((int) cells.getAcquire(flags, 1) == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object fences() throws Throwable {
      AtomicInteger flag = new AtomicInteger();
      return orderedBy(
          () -> {
            VarHandle.releaseFence();
            flag.setOpaque(1);
          },
          () -> {
            while (flag.getOpaque() == 0) {
              Thread.onSpinWait();
            }
            VarHandle.acquireFence();
          });
    }

    static Object fieldUpdater() throws Throwable {
      Box flags = new Box();
      return orderedBy(
          () -> Box.STATE.set(flags, 1),
          () -> {
            while (flags.state == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object fieldUpdaterReads() throws Throwable {
      Box flags = new Box();
      return orderedBy(
          () -> flags.state = 1,
          () -> {
            while (!Box.STATE.compareAndSet(flags, 1, 2)) {
              Thread.onSpinWait();
            }
          });
    }

    static Object atomicArray() throws Throwable {
      AtomicIntegerArray cells = new AtomicIntegerArray(2);
      return orderedBy(
          () -> cells.set(1, 1),
          () -> {
            while (cells.get(1) == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object stampedReference() throws Throwable {
      AtomicStampedReference<String> ref = new AtomicStampedReference<>("a", 0);
      AtomicMarkableReference<String> mark = new AtomicMarkableReference<>("a", false);
      return orderedBy(
          () -> {
            mark.set("b", true);
            ref.set("b", 1);
          },
          () -> {
            while (ref.getStamp() == 0 || !mark.isMarked()) {
              Thread.onSpinWait();
            }
          });
    }

    static Object atomicReference() throws Throwable {
      AtomicReference<Helper> ref = new AtomicReference<>();
      Together.run(
          () -> ref.set(new Helper()),
          () -> {
            Helper helper = ref.get();
            if (helper != null) {
              helper.x++;
            }
          });
      return "done";
    }

    static Object reentrantLock() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      return bothUnder(lock::lock, lock::unlock);
    }

    static Object fairLock() throws Throwable {
      ReentrantLock lock = new ReentrantLock(true);
      return bothUnder(lock::lockInterruptibly, lock::unlock);
    }

    static Object tryLock() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Box box = new Box();
      Action add =
          () -> {
            if (lock.tryLock()) {
              box.x++;
              lock.unlock();
            }
          };
      Together.run(add, add);
      return "done";
    }

    static Object condition() throws Throwable {
      ReentrantLock lock = new ReentrantLock();
      Condition written = lock.newCondition();
      Box box = new Box();
      Together.run(
          () -> {
            lock.lock();
            box.x = 1;
            written.signal();
            lock.unlock();
          },
          () -> {
            lock.lock();
            while (box.x == 0) {
              written.await();
            }
            lock.unlock();
          });
      return "done";
    }

    static Object readWriteLock() throws Throwable {
      ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
      Box box = new Box();
      Together.run(
          () -> {
            lock.writeLock().lock();
            box.x++;
            lock.writeLock().unlock();
          },
          () -> {
            lock.readLock().lock();
            int ignored = box.x;
            lock.readLock().unlock();
          });
      return "done";
    }

    static Object stampedLock() throws Throwable {
      StampedLock lock = new StampedLock();
      Box box = new Box();
      Together.run(
          () -> {
            long stamp = lock.writeLock();
            box.x++;
            lock.unlockWrite(stamp);
          },
          () -> {
            long stamp = lock.readLock();
            int ignored = box.x;
            lock.unlockRead(stamp);
          });
      return "done";
    }

    static Object optimisticRead() throws Throwable {
      StampedLock lock = new StampedLock();
      Box box = new Box();
      Together.run(
          () -> {
            long stamp = lock.writeLock();
            box.x++;
            lock.unlockWrite(stamp);
          },
          () -> {
            long stamp = lock.tryOptimisticRead();
            int seen = box.x;
            if (!lock.validate(stamp)) {
              stamp = lock.readLock();
              seen = box.x;
              lock.unlockRead(stamp);
            }
          });
      return "done";
    }

    static Object semaphore() throws Throwable {
      Semaphore one = new Semaphore(1);
      return bothUnder(one::acquire, one::release);
    }

    static Object semaphoreAsSignal() throws Throwable {
      Semaphore none = new Semaphore(0);
      return orderedBy(none::release, none::acquire);
    }

    static Object latch() throws Throwable {
      CountDownLatch latch = new CountDownLatch(1);
      return orderedBy(latch::countDown, latch::await);
    }

    static Object barrier() throws Throwable {
      CyclicBarrier barrier = new CyclicBarrier(2);
      return orderedBy(barrier::await, barrier::await);
    }

    static Object phaser() throws Throwable {
      Phaser phaser = new Phaser(2);
      return orderedBy(phaser::arriveAndAwaitAdvance, phaser::arriveAndAwaitAdvance);
    }

    static Object exchanger() throws Throwable {
      Exchanger<String> exchanger = new Exchanger<>();
      return orderedBy(() -> exchanger.exchange("a"), () -> exchanger.exchange("b"));
    }

    private static Object queue(BlockingQueue<Integer> queue) throws Throwable {
      return orderedBy(() -> queue.put(1), queue::take);
    }

    static Object linkedBlockingQueue() throws Throwable {
      return queue(new LinkedBlockingQueue<>());
    }

    static Object arrayBlockingQueue() throws Throwable {
      return queue(new ArrayBlockingQueue<>(1));
    }

    static Object linkedBlockingDeque() throws Throwable {
      return queue(new LinkedBlockingDeque<>());
    }

    static Object priorityBlockingQueue() throws Throwable {
      return queue(new PriorityBlockingQueue<>());
    }

    static Object synchronousQueue() throws Throwable {
      return queue(new SynchronousQueue<>());
    }

    static Object fairSynchronousQueue() throws Throwable {
      return queue(new SynchronousQueue<>(true));
    }

    static Object transferQueue() throws Throwable {
      return queue(new LinkedTransferQueue<>());
    }

    static Object concurrentQueues() throws Throwable {
      ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
      ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();
      return orderedBy(
          () -> {
            queue.add(1);
            deque.push(1);
          },
          () -> {
            while (queue.poll() == null) {
              Thread.onSpinWait();
            }
            while (deque.pollLast() == null) {
              Thread.onSpinWait();
            }
          });
    }

    static Object concurrentHashMap() throws Throwable {
      Map<String, Integer> map = new ConcurrentHashMap<>();
      return orderedBy(
          () -> map.put("a", 1),
          () -> {
            while (!map.containsKey("a")) {
              Thread.onSpinWait();
            }
          });
    }

    static Object computeIfAbsent() throws Throwable {
      Map<String, Helper> map = new ConcurrentHashMap<>();
      int[] seen = new int[2];
      Together.run(
          () -> seen[0] = map.computeIfAbsent("a", key -> new Helper()).x,
          () -> seen[1] = map.computeIfAbsent("a", key -> new Helper()).x);
      return "done";
    }

    static Object skipListMap() throws Throwable {
      Map<String, Integer> map = new ConcurrentSkipListMap<>();
      return orderedBy(
          () -> map.put("a", 1),
          () -> {
            while (map.get("a") == null) {
              Thread.onSpinWait();
            }
          });
    }

    static Object copyOnWriteList() throws Throwable {
      List<Integer> list = new CopyOnWriteArrayList<>();
      return orderedBy(
          () -> list.add(1),
          () -> {
            while (list.isEmpty()) {
              Thread.onSpinWait();
            }
          });
    }

    static Object synchronizedList() throws Throwable {
      List<Integer> list = Collections.synchronizedList(new ArrayList<>());
      return orderedBy(
          () -> list.add(1),
          () -> {
            while (list.isEmpty()) {
              Thread.onSpinWait();
            }
          });
    }

    static Object oldCollections() throws Throwable {
      Vector<Integer> vector = new Vector<>();
      Hashtable<String, Integer> table = new Hashtable<>();
      StringBuffer buffer = new StringBuffer();
      return orderedBy(
          () -> {
            vector.add(1);
            table.put("a", 1);
            buffer.append("a");
          },
          () -> {
            while (vector.isEmpty() || table.isEmpty() || buffer.length() == 0) {
              Thread.onSpinWait();
            }
          });
    }

    static Object listUnderALock() throws Throwable {
      List<Integer> list = new ArrayList<>();
      Action add =
          () -> {
            synchronized (list) {
              list.add(1);
            }
          };
      Together.run(add, add);
      return "done";
    }

    static Object futureTask() throws Throwable {
      Box box = new Box();
      FutureTask<Integer> task = new FutureTask<>(() -> box.x = 1);
      Thread thread = new Thread(task);
      thread.start();
      task.get();
      box.x++;
      thread.join();
      return "done";
    }

    static Object submitAndGet() throws Throwable {
      Box box = new Box();
      box.x = 1;
      ExecutorService pool = Executors.newFixedThreadPool(2);
      pool.submit(() -> box.x++).get();
      pool.submit(() -> box.x++).get();
      box.x++;
      pool.shutdown();
      return "done";
    }

    static Object invokeAll() throws Throwable {
      Box one = new Box();
      Box other = new Box();
      ExecutorService pool = Executors.newFixedThreadPool(2);
      pool.invokeAll(List.of(() -> one.x++, () -> other.x++));
      one.x++;
      other.x++;
      pool.shutdown();
      return "done";
    }

    static Object awaitTermination() throws Throwable {
      Box box = new Box();
      ExecutorService pool = Executors.newFixedThreadPool(2);
      pool.execute(() -> box.x++);
      pool.shutdown();
      if (pool.awaitTermination(1, TimeUnit.HOURS)) {
        box.x++;
      }
      return "done";
    }

    static Object completionService() throws Throwable {
      Box box = new Box();
      ExecutorService pool = Executors.newFixedThreadPool(2);
      ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(pool);
      service.submit(() -> box.x = 1);
      service.take().get();
      box.x++;
      pool.shutdown();
      return "done";
    }

    static Object scheduled() throws Throwable {
      Box box = new Box();
      box.x = 1;
      ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
      pool.schedule(() -> box.x++, 1, TimeUnit.SECONDS).get();
      box.x++;
      pool.shutdown();
      return "done";
    }

    static Object timer() throws Throwable {
      Box box = new Box();
      box.x = 1;
      CountDownLatch done = new CountDownLatch(1);
      Timer timer = new Timer();
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              box.x++;
              done.countDown();
            }
          },
          10);
      done.await();
      box.x++;
      timer.cancel();
      return "done";
    }

    static Object completableFuture() throws Throwable {
      Box box = new Box();
      CompletableFuture.supplyAsync(() -> box.x = 1)
          .thenApplyAsync(seen -> box.x++)
          .thenCombine(CompletableFuture.supplyAsync(() -> 1), Integer::sum)
          .join();
      box.x++;
      return "done";
    }

    static Object forkJoin() throws Throwable {
      int[] cells = {1, 2, 3, 4, 5, 6, 7, 8};
      ForkJoinPool pool = new ForkJoinPool(3);
      pool.invoke(new Sum(cells, 0, cells.length));
      cells[0]++;
      pool.shutdown();
      return "done";
    }

    static class Sum extends RecursiveTask<Integer> {
      final int[] cells;
      final int from;
      final int to;
      int result;

      Sum(int[] cells, int from, int to) {
        this.cells = cells;
        this.from = from;
        this.to = to;
      }

      @Override
      protected Integer compute() {
        if (to - from == 1) {
          result = ++cells[from];
          return result;
        }
        Sum left = new Sum(cells, from, (from + to) / 2);
        Sum right = new Sum(cells, (from + to) / 2, to);
        left.fork();
        right.invoke();
        left.join();
        result = left.result + right.result;
        return result;
      }
    }

    static Object parallelStream() throws Throwable {
      int[] cells = new int[8];
      IntStream.range(0, 8).parallel().forEach(i -> cells[i]++);
      cells[0]++;
      return "done";
    }

    static Object interrupt() throws Throwable {
      Box box = new Box();
      Thread other =
          Together.start(() -> {
            while (!Thread.interrupted()) {
              Thread.onSpinWait();
            }
            box.x++;
          });
      box.x = 1;
      other.interrupt();
      other.join();
      return "done";
    }

    static Object interruptedSleep() throws Throwable {
      Box box = new Box();
      Thread other =
          Together.start(() -> {
            try {
              Thread.sleep(1_000_000);
            } catch (InterruptedException told) {
              box.x++;
            }
          });
      box.x = 1;
      other.interrupt();
      other.join();
      return "done";
    }

    static Object interruptedSleepThenList() throws Throwable {
      List<Integer> list = new ArrayList<>();
      Thread other =
          Together.start(() -> {
            try {
              Thread.sleep(1_000_000);
            } catch (InterruptedException told) {
              list.add(2);
            }
          });
      list.add(1);
      other.interrupt();
      other.join();
      return "done";
    }

    static Object confinement() throws Throwable {
      ThreadLocal<Box> own = ThreadLocal.withInitial(Box::new);
      Action add = () -> own.get().x++;
      Together.run(add, add);
      return "done";
    }

    static Object peterson() throws Throwable {
      AtomicIntegerArray wants = new AtomicIntegerArray(2);
      AtomicInteger turn = new AtomicInteger();
      Box box = new Box();
      Together.run(() -> count(0, wants, turn, box), () -> count(1, wants, turn, box));
      return "done";
    }

    private static void count(int me, AtomicIntegerArray wants, AtomicInteger turn, Box box) {
      wants.set(me, 1);
      turn.set(1 - me);
      while (wants.get(1 - me) == 1 && turn.get() == 1 - me) {
        Thread.onSpinWait();
      }
      box.x++;
      wants.set(me, 0);
    }

    static Object handOver() throws Throwable {
      ConcurrentLinkedQueue<Box> queue = new ConcurrentLinkedQueue<>();
      Action add =
          () -> {
            Box box = queue.poll();
            if (box == null) {
              box = new Box();
            }
            box.x++;
            queue.add(box);
          };
      Together.run(add, add);
      return "done";
    }
  }
}
