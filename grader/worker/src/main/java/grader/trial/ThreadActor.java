package grader.trial;

import grader.testkit.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An actor on a platform thread. Its results are published by {@link #ended}. */
public final class ThreadActor<T> implements Actor<T> {

  private final String name;
  private final Thread thread;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Class<? extends Throwable>> allowed = new ArrayList<>();
  private @Nullable T result;
  private @Nullable Throwable thrown;

  public ThreadActor(ThreadGroup group, String name, Runnable untilStart, Callable<T> body) {
    this.name = name;
    this.thread = new ActorThread(group, () -> act(untilStart, body), name);
    thread.setDaemon(true);
  }

  @SuppressWarnings("CatchThrowable") // Whatever learner code throws is a result.
  private void act(Runnable untilStart, Callable<T> body) {
    try {
      untilStart.run();
      result = body.call();
    } catch (Throwable failure) {
      thrown = failure;
    } finally {
      ended.countDown();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hasEnded() {
    return ended.getCount() == 0;
  }

  @Override
  public void interrupt() {
    thread.interrupt();
  }

  @Override
  public Actor<T> mayThrow(Class<? extends Throwable> type) {
    allowed.add(type);
    return this;
  }

  @Override
  @SuppressWarnings("NullAway") // The result is null only where T says so.
  public T result() {
    if (!hasEnded()) {
      throw new AssertionError(name + " has not returned");
    }
    if (thrown != null) {
      throw new AssertionError(name + " threw " + thrown, thrown);
    }
    return result;
  }

  @Override
  public Optional<Throwable> thrown() {
    return hasEnded() ? Optional.ofNullable(thrown) : Optional.empty();
  }

  @Override
  public Thread thread() {
    return thread;
  }

  public void awaitEnd() throws InterruptedException {
    thread.join();
  }

  /** What it threw without being allowed to. */
  public Optional<Throwable> failure() {
    return thrown().filter(what -> allowed.stream().noneMatch(type -> type.isInstance(what)));
  }
}
