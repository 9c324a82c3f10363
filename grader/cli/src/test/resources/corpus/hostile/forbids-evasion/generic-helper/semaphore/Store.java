package semaphore;

import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Things of one kind. */
final class Store<T> {

  private interface Taking<T> {
    T take() throws InterruptedException;
  }

  private final Collection<T> all;
  private final Taking<T> first;

  Store(int number, T thing) {
    Supplier<LinkedBlockingQueue<T>> made = LinkedBlockingQueue::new;
    LinkedBlockingQueue<T> queue = made.get();
    for (int i = 0; i < Math.min(number, 1_000); i++) {
      queue.add(thing);
    }
    this.all = queue;
    this.first = queue::take;
  }

  Collection<T> all() {
    return all;
  }

  T one() throws InterruptedException {
    return first.take();
  }

  boolean few(int n) {
    return all.removeAll(all.stream().limit(n).toList()) || n == 0;
  }
}
