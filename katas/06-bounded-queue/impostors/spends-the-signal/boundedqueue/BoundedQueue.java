package boundedqueue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * M25, the dropped baton. Its author wanted to be prompt, and believed: "When I am interrupted, I
 * leave at once." But the wait ended by a signal: it was meant for somebody who takes the element,
 * and it is spent.
 */
public final class BoundedQueue<E> {

  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Queue<E> elements = new ArrayDeque<>(); // guarded by lock
  private final int capacity;

  public BoundedQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
    this.capacity = capacity;
  }

  public void put(E element) throws InterruptedException {
    Objects.requireNonNull(element);
    lock.lockInterruptibly();
    try {
      while (elements.size() == capacity) {
        notFull.await();
      }
      append(element);
    } finally {
      lock.unlock();
    }
  }

  public E take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (elements.isEmpty()) {
        notEmpty.await();
        throwIfInterrupted(); // BUG: lost-wakeup
      }
      return removeHead();
    } finally {
      lock.unlock();
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  public boolean offer(E element) {
    Objects.requireNonNull(element);
    lock.lock();
    try {
      return appendIfRoom(element);
    } finally {
      lock.unlock();
    }
  }

  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(element);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (elements.size() == capacity && left > 0) {
        left = notFull.awaitNanos(left);
      }
      return appendIfRoom(element);
    } finally {
      lock.unlock();
    }
  }

  public E poll() {
    lock.lock();
    try {
      return removeHead();
    } finally {
      lock.unlock();
    }
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (elements.isEmpty() && left > 0) {
        left = notEmpty.awaitNanos(left);
      }
      return removeHead();
    } finally {
      lock.unlock();
    }
  }

  public int drainTo(Collection<? super E> sink, int max) {
    Objects.requireNonNull(sink);
    if (max < 0) {
      throw new IllegalArgumentException("negative: " + max);
    }
    lock.lock();
    try {
      int moved = 0;
      while (moved < max && !elements.isEmpty()) {
        sink.add(elements.peek()); // If the sink refuses it, it is still here.
        removeHead();
        moved++;
      }
      return moved;
    } finally {
      lock.unlock();
    }
  }

  public int size() {
    lock.lock();
    try {
      return elements.size();
    } finally {
      lock.unlock();
    }
  }

  public int capacity() {
    return capacity;
  }

  /** Called with the lock held. */
  private boolean appendIfRoom(E element) {
    if (elements.size() == capacity) {
      return false;
    }
    append(element);
    return true;
  }

  /** Called with the lock held, when there is room. */
  private void append(E element) {
    elements.add(element);
    notEmpty.signal(); // One element lets one thread go on.
  }

  /** Called with the lock held; null if there is none. */
  private E removeHead() {
    E element = elements.poll();
    if (element != null) {
      notFull.signal();
    }
    return element;
  }
}
