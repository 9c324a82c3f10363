package grader.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import grader.boot.Hooks;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullMarked
class YieldPointsTest {

  private final Counting counting = new Counting();

  @AfterEach
  void answerNoMore() {
    Hooks.install(new Counting());
  }

  @Test
  void everyFieldAccessIsAPoint() throws Exception {
    assertThat(points(Increment.class)).isEqualTo(2);
  }

  @Test
  void everyArrayElementAccessIsAPoint() throws Exception {
    assertThat(points(ArrayElements.class)).isEqualTo(2);
  }

  @Test
  void enteringAndLeavingAMonitorArePoints() throws Exception {
    assertThat(points(Monitor.class)).isEqualTo(2);
  }

  @Test
  void callsOfTheConcurrencyLibraryArePoints() throws Exception {
    // The constructor, lock, unlock.
    assertThat(points(Library.class)).isEqualTo(3);
  }

  @Test
  void localWorkIsNoPoint() throws Exception {
    assertThat(points(Local.class)).isZero();
  }

  @Test
  void waitsMayEndSpuriously() throws Exception {
    counting.spurious = true;

    assertThat(run(Waits.class)).isEqualTo("woken three times");
  }

  @Test
  void timedWaitsArePauses() throws Exception {
    run(Pauses.class);

    assertThat(counting.pauses).hasValue(3);
  }

  private int points(Class<? extends Callable<?>> type) throws Exception {
    Callable<?> body = rewritten(type);
    Hooks.install(counting);
    counting.points.set(0);
    body.call();
    return counting.points.get();
  }

  private Object run(Class<? extends Callable<?>> type) throws Exception {
    Callable<?> body = rewritten(type);
    Hooks.install(counting);
    return body.call();
  }

  private static Callable<?> rewritten(Class<?> type) throws Exception {
    byte[] original = bytes(type);
    byte[] rewritten = new YieldPoints(Map.of(type.getName(), original)).insert(original);
    ClassLoader loader =
        new ClassLoader(YieldPointsTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(type.getName())
                ? defineClass(name, rewritten, 0, rewritten.length)
                : super.loadClass(name, resolve);
          }
        };
    var constructor = loader.loadClass(type.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Callable<?>) constructor.newInstance();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    }
  }

  private static final class Counting implements Hooks.Handler {
    private final AtomicInteger points = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();
    private boolean spurious;

    @Override
    public void point() {
      points.incrementAndGet();
    }

    @Override
    public void pause() {
      pauses.incrementAndGet();
    }

    @Override
    public boolean wakesSpuriously() {
      return spurious;
    }

    @Override
    public void woken() {}
  }

  static class Increment implements Callable<Integer> {
    private int count;

    @Override
    public Integer call() {
      return count++;
    }
  }

  static class ArrayElements implements Callable<Integer> {
    @Override
    public Integer call() {
      int[] slots = new int[1];
      slots[0] = 1;
      return slots[0];
    }
  }

  static class Monitor implements Callable<Integer> {
    @Override
    public Integer call() {
      synchronized (this) {
        return 1;
      }
    }
  }

  @SuppressWarnings("LockNotBeforeTry")
  static class Library implements Callable<Integer> {
    @Override
    public Integer call() {
      ReentrantLock lock = new ReentrantLock();
      lock.lock();
      lock.unlock();
      return 1;
    }
  }

  static class Local implements Callable<Integer> {
    @Override
    public Integer call() {
      int sum = 0;
      for (int i = 0; i < 10; i++) {
        sum += Math.abs(i);
      }
      return sum;
    }
  }

  @SuppressWarnings({"WaitNotInLoop", "LockNotBeforeTry"})
  static class Waits implements Callable<String> {
    @Override
    public String call() throws InterruptedException {
      synchronized (this) {
        wait();
      }
      ReentrantLock lock = new ReentrantLock();
      Condition condition = lock.newCondition();
      lock.lock();
      condition.await();
      lock.unlock();
      LockSupport.park();
      return "woken three times";
    }
  }

  @SuppressWarnings("WaitNotInLoop")
  static class Pauses implements Callable<String> {
    @Override
    public String call() throws InterruptedException {
      synchronized (this) {
        wait(1);
      }
      Thread.sleep(1);
      LockSupport.parkNanos(1);
      return "";
    }
  }
}
