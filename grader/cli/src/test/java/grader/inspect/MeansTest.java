package grader.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class MeansTest {

  static final class Nothing {
    private int count;

    int next() {
      return count++;
    }
  }

  static final class SynchronizedMethod {
    private int count;

    synchronized int next() {
      return count++;
    }
  }

  static final class SynchronizedBlock {
    private final Object lock = new Object();
    private int count;

    int next() throws InterruptedException {
      synchronized (lock) {
        while (count == 0) {
          lock.wait();
        }
        return count++;
      }
    }
  }

  static final class Explicit {
    private final Lock lock = new ReentrantLock();
    private int count;

    int next() {
      lock.lock();
      try {
        return count++;
      } finally {
        lock.unlock();
      }
    }
  }

  static final class Others {
    private static int all;
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder sum = new LongAdder();
    private volatile boolean stopped;

    int next() {
      while (!stopped) {
        Thread.onSpinWait();
        LockSupport.park(this);
      }
      sum.increment();
      all++;
      return count.incrementAndGet() + all;
    }
  }

  static final class PassesItOn {
    void stop() {
      Thread.currentThread().interrupt();
    }
  }

  static final class Interrupts {
    void stop(Thread other) {
      other.interrupt();
    }
  }

  static final class InterruptsAll {
    void stop(List<Thread> others) {
      others.forEach(Thread::interrupt);
    }
  }

  static final class Cancels {
    void stop(Future<?> other) {
      boolean ignored = other.cancel(true);
    }
  }

  @Test
  void toInterruptOthersIsAMeans() throws IOException {
    assertThat(of(PassesItOn.class)).isEmpty();
    assertThat(of(Interrupts.class)).containsExactly("interrupts");
    assertThat(of(InterruptsAll.class)).containsExactly("interrupts");
    assertThat(of(Cancels.class)).contains("interrupts");
  }

  @Test
  void plainFieldsAreNoMeans() throws IOException {
    assertThat(of(Nothing.class)).isEmpty();
  }

  @Test
  void aLockIsALockHoweverItIsTaken() throws IOException {
    assertThat(of(SynchronizedMethod.class)).containsExactly("lock");
    assertThat(of(Explicit.class)).containsExactly("lock");
    assertThat(of(SynchronizedBlock.class)).containsExactly("lock", "wait");
  }

  @Test
  void everythingElseIsNamed() throws IOException {
    assertThat(of(Others.class))
        .containsExactly("adder", "atomic", "park", "spin", "static", "volatile");
  }

  private static Iterable<String> of(Class<?> type) throws IOException {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return Means.of(Map.of(type.getName(), in.readAllBytes()));
    }
  }
}
