package boundedqueue.hidden;

import boundedqueue.BoundedQueue;
import grader.testkit.Actor;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Two producers and two consumers at one queue, each with three elements. */
final class Traffic {

  private static final int EACH = 3;
  private static final int STRIDE = 10;

  private final BoundedQueue<Integer> queue;
  private final List<Actor<List<Integer>>> consumers = new ArrayList<>();

  Traffic(Trial trial, int capacity) {
    queue = new BoundedQueue<>(capacity);
    for (int i = 0; i < 2; i++) {
      int first = i * STRIDE;
      SplittableRandom random = new SplittableRandom(trial.random().nextLong());
      trial.actor("producer " + (i + 1), () -> produce(first, random));
    }
    for (int i = 0; i < 2; i++) {
      SplittableRandom random = new SplittableRandom(trial.random().nextLong());
      consumers.add(trial.actor("consumer " + (i + 1), () -> consume(random)));
    }
  }

  int size() {
    return queue.size();
  }

  List<Integer> sent() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      all.add(i);
      all.add(STRIDE + i);
    }
    return all;
  }

  List<Integer> received() {
    List<Integer> all = new ArrayList<>();
    consumers.forEach(consumer -> all.addAll(consumer.result()));
    return all;
  }

  boolean keepsTheOrderOfEachProducer() {
    return consumers.stream().allMatch(consumer -> keepsOrder(consumer.result()));
  }

  private static boolean keepsOrder(List<Integer> elements) {
    int[] last = {-1, STRIDE - 1};
    for (int element : elements) {
      int producer = element / STRIDE;
      if (element <= last[producer]) {
        return false;
      }
      last[producer] = element;
    }
    return true;
  }

  private void produce(int first, SplittableRandom random) throws InterruptedException {
    for (int i = 0; i < EACH; i++) {
      int element = first + i;
      boolean in =
          switch (random.nextInt(4)) {
            case 0 -> queue.offer(element);
            case 1 -> queue.offer(element, 50, TimeUnit.MICROSECONDS);
            default -> false;
          };
      if (!in) {
        queue.put(element);
      }
    }
  }

  private List<Integer> consume(SplittableRandom random) throws InterruptedException {
    List<Integer> elements = new ArrayList<>();
    while (elements.size() < EACH) {
      int before = elements.size();
      Integer element =
          switch (random.nextInt(4)) {
            case 0 -> queue.poll();
            case 1 -> queue.poll(50, TimeUnit.MICROSECONDS);
            case 2 -> {
              queue.drainTo(elements, EACH - before);
              yield null;
            }
            default -> queue.take();
          };
      if (element != null) {
        elements.add(element);
      } else if (elements.size() == before) {
        elements.add(queue.take());
      }
    }
    return elements;
  }
}
