package grader.linearize;

import grader.testkit.Actor;
import grader.testkit.Trial;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A trial that can only be asked which parts are to be done. */
final class AskedTrial implements Trial {

  private final Iterator<Boolean> answers;

  AskedTrial(Boolean... answers) {
    this.answers = List.of(answers).iterator();
  }

  @Override
  public boolean part() {
    return answers.next();
  }

  boolean wasAskedForAll() {
    return !answers.hasNext();
  }

  @Override
  public <T> Actor<T> actor(String name, Callable<T> body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void settle() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void awaitSleep(Actor<?> actor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void join(Actor<?>... actors) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void eventually(String what, BooleanSupplier condition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean clockWaits() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int moment() {
    throw new UnsupportedOperationException();
  }

  @Override
  public RandomGenerator random() {
    throw new UnsupportedOperationException();
  }
}
