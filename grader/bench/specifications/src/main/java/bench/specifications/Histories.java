package bench.specifications;

import static grader.linearize.Effect.done;
import static grader.linearize.Effect.returns;

import bench.histories.right.MichaelScottQueue;
import bench.histories.right.MonitorSemaphore;
import bench.histories.right.TreiberStack;
import bench.histories.wrong.QueueWithoutSwap;
import bench.histories.wrong.SemaphoreWithLateLock;
import bench.histories.wrong.StackWithReusedNodes;
import grader.linearize.Effect;
import grader.linearize.Specification;
import grader.testkit.ConcurrentTest;
import grader.testkit.Trial;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A test for each structure, by its name. */
public final class Histories {

  @ConcurrentTest
  void michaelScottQueue(Trial trial) {
    queue(MichaelScottQueue::new, MichaelScottQueue::offer, MichaelScottQueue::poll).check(trial);
  }

  @ConcurrentTest
  void queueWithoutSwap(Trial trial) {
    queue(QueueWithoutSwap::new, QueueWithoutSwap::offer, QueueWithoutSwap::poll).check(trial);
  }

  @ConcurrentTest
  void treiberStack(Trial trial) {
    stack(TreiberStack::new, TreiberStack::push, TreiberStack::pop).check(trial);
  }

  @ConcurrentTest
  void stackWithReusedNodes(Trial trial) {
    stack(StackWithReusedNodes::new, StackWithReusedNodes::push, StackWithReusedNodes::pop)
        .check(trial);
  }

  @ConcurrentTest
  void monitorSemaphore(Trial trial) {
    Specification.of(MonitorSemaphore::new, 1)
        .operation("tryAcquire()", MonitorSemaphore::tryAcquire, Histories::attempt)
        .command("release()", MonitorSemaphore::release, free -> done(free + 1))
        .operation("available()", MonitorSemaphore::available, free -> returns(free, free))
        .afterwards("available()", MonitorSemaphore::available, free -> returns(free, free))
        .check(trial);
  }

  @ConcurrentTest
  void semaphoreWithLateLock(Trial trial) {
    Specification.of(SemaphoreWithLateLock::new, 1)
        .operation("tryAcquire()", SemaphoreWithLateLock::tryAcquire, Histories::attempt)
        .command("release()", SemaphoreWithLateLock::release, free -> done(free + 1))
        .operation("available()", SemaphoreWithLateLock::available, free -> returns(free, free))
        .afterwards("available()", SemaphoreWithLateLock::available, free -> returns(free, free))
        .check(trial);
  }

  private static Effect<Integer> attempt(int free) {
    return free > 0 ? returns(true, free - 1) : returns(false, free);
  }

  private static <T> Specification<T, List<Integer>> queue(
      Supplier<T> fresh, ObjIntConsumer<T> add, Specification.Returning<T> remove) {
    return specification(fresh, add, remove, (list, value) -> joined(list, List.of(value)));
  }

  private static <T> Specification<T, List<Integer>> stack(
      Supplier<T> fresh, ObjIntConsumer<T> add, Specification.Returning<T> remove) {
    return specification(fresh, add, remove, (list, value) -> joined(List.of(value), list));
  }

  private static <T> Specification<T, List<Integer>> specification(
      Supplier<T> fresh,
      ObjIntConsumer<T> add,
      Specification.Returning<T> remove,
      BiFunction<List<Integer>, Integer, List<Integer>> longer) {
    return Specification.<T, List<Integer>>of(fresh, List.of())
        .command("add(1)", object -> add.accept(object, 1), list -> done(longer.apply(list, 1)))
        .command("add(2)", object -> add.accept(object, 2), list -> done(longer.apply(list, 2)))
        .operation("remove()", remove, Histories::first)
        .afterwards("remove()", remove, Histories::first);
  }

  private static Effect<List<Integer>> first(List<Integer> list) {
    return list.isEmpty()
        ? returns(null, list)
        : returns(list.getFirst(), List.copyOf(list.subList(1, list.size())));
  }

  private static List<Integer> joined(List<Integer> first, List<Integer> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
