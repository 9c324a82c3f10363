package boundedqueue;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * M05, a lock for each end, and none for the count. Its author believed: "Whoever changes the count
 * holds a lock." But it is not the same lock at both ends.
 */
public final class BoundedQueue<E> {

  private final Lock putLock = new ReentrantLock();
  private final Condition notFull = putLock.newCondition();
  private final Lock takeLock = new ReentrantLock();
  private final Condition notEmpty = takeLock.newCondition();
  private int count;
  private final int capacity;
  private Node<E> head = new Node<>(null); // guarded by takeLock; the first element is in the next
  private Node<E> last = head; // guarded by putLock

  public BoundedQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
    this.capacity = capacity;
  }

  public void put(E element) throws InterruptedException {
    Objects.requireNonNull(element);
    int before;
    putLock.lockInterruptibly();
    try {
      while (count == capacity) {
        notFull.await();
      }
      before = append(element);
    } finally {
      putLock.unlock();
    }
    tellTakers(before);
  }

  public E take() throws InterruptedException {
    E element;
    int before;
    takeLock.lockInterruptibly();
    try {
      while (count == 0) {
        notEmpty.await();
      }
      element = unlinkHead();
      before = countOneLess();
    } finally {
      takeLock.unlock();
    }
    tellPutters(before);
    return element;
  }

  public boolean offer(E element) {
    Objects.requireNonNull(element);
    int before;
    putLock.lock();
    try {
      if (count == capacity) {
        return false;
      }
      before = append(element);
    } finally {
      putLock.unlock();
    }
    tellTakers(before);
    return true;
  }

  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(element);
    long left = unit.toNanos(timeout);
    int before;
    putLock.lockInterruptibly();
    try {
      while (count == capacity) {
        if (left <= 0) {
          return false;
        }
        left = notFull.awaitNanos(left);
      }
      before = append(element);
    } finally {
      putLock.unlock();
    }
    tellTakers(before);
    return true;
  }

  public E poll() {
    E element;
    int before;
    takeLock.lock();
    try {
      if (count == 0) {
        return null;
      }
      element = unlinkHead();
      before = countOneLess();
    } finally {
      takeLock.unlock();
    }
    tellPutters(before);
    return element;
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    E element;
    int before;
    takeLock.lockInterruptibly();
    try {
      while (count == 0) {
        if (left <= 0) {
          return null;
        }
        left = notEmpty.awaitNanos(left);
      }
      element = unlinkHead();
      before = countOneLess();
    } finally {
      takeLock.unlock();
    }
    tellPutters(before);
    return element;
  }

  public int drainTo(Collection<? super E> sink, int max) {
    Objects.requireNonNull(sink);
    if (max < 0) {
      throw new IllegalArgumentException("negative: " + max);
    }
    // Both ends stand still: else who puts would find the places taken that are being freed.
    putLock.lock();
    takeLock.lock();
    int moved = 0;
    try {
      int most = Math.min(max, count);
      while (moved < most) {
        sink.add(head.next.element); // If the sink refuses it, it is still here.
        unlinkHead();
        moved++;
      }
      return moved;
    } finally {
      count -= moved;
      takeLock.unlock();
      notFull.signal(); // Who finds more than one place wakes the next.
      putLock.unlock();
    }
  }

  public int size() {
    return count;
  }

  public int capacity() {
    return capacity;
  }

  /** Called with the lock for putting, when there is room; how many there were before. */
  private int append(E element) {
    last.next = new Node<>(element);
    last = last.next;
    int before = count++; // BUG: lost-update
    if (before + 1 < capacity) {
      notFull.signal();
    }
    return before;
  }

  /** Called with the lock for taking, when there is an element. */
  private E unlinkHead() {
    head = head.next;
    E element = head.element;
    head.element = null; // Else the queue would keep it alive.
    return element;
  }

  /** Called with the lock for taking; how many there were before. */
  private int countOneLess() {
    int before = count--;
    if (before > 1) {
      notEmpty.signal();
    }
    return before;
  }

  /** Called without a lock: whoever held one and took the other could meet somebody who drains. */
  private void tellTakers(int before) {
    if (before == 0) {
      takeLock.lock();
      try {
        notEmpty.signal();
      } finally {
        takeLock.unlock();
      }
    }
  }

  private void tellPutters(int before) {
    if (before == capacity) {
      putLock.lock();
      try {
        notFull.signal();
      } finally {
        putLock.unlock();
      }
    }
  }

  private static final class Node<E> {
    E element;
    Node<E> next;

    Node(E element) {
      this.element = element;
    }
  }
}
