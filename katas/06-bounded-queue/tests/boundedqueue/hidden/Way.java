package boundedqueue.hidden;

import boundedqueue.BoundedQueue;
import grader.testkit.Actor;
import grader.testkit.Trial;
import java.util.concurrent.TimeUnit;

/** One of the four calls that wait, and what goes with it. */
enum Way {
  TAKE,
  POLL,
  PUT,
  OFFER;

  /** What lies in a full queue. */
  static final int FIRST = 1;

  /** What is put by who waits for room. */
  static final int SECOND = 2;

  static Way any(Trial trial) {
    return values()[trial.random().nextInt(values().length)];
  }

  static Way withoutLimit(Trial trial) {
    return trial.random().nextBoolean() ? TAKE : PUT;
  }

  static Way withLimit(Trial trial) {
    return trial.random().nextBoolean() ? POLL : OFFER;
  }

  /** A queue for one element, at which this call has to wait. */
  BoundedQueue<Integer> queue() {
    BoundedQueue<Integer> queue = new BoundedQueue<>(1);
    if (wantsRoom()) {
      queue.offer(FIRST);
    }
    return queue;
  }

  boolean wantsRoom() {
    return this == PUT || this == OFFER;
  }

  /** Calls it; it may wait for an hour at least. Whether it did what it is for. */
  boolean call(BoundedQueue<Integer> queue) throws InterruptedException {
    return switch (this) {
      case TAKE -> queue.take() != null;
      case POLL -> queue.poll(1, TimeUnit.HOURS) != null;
      case PUT -> {
        queue.put(SECOND);
        yield true;
      }
      case OFFER -> queue.offer(SECOND, 1, TimeUnit.HOURS);
    };
  }

  /** A thread that calls it and may be interrupted. */
  Actor<Boolean> actor(Trial trial, String name, BoundedQueue<Integer> queue) {
    return trial.actor(name, () -> call(queue)).mayThrow(InterruptedException.class);
  }

  /** Lets one call go on: frees a place or brings an element. */
  void letOneGoOn(BoundedQueue<Integer> queue) {
    if (wantsRoom()) {
      queue.poll();
    } else {
      queue.offer(FIRST);
    }
  }
}
