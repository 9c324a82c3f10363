package grader.audit.mutants;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes calls that make threads wait or wake them, exchanges them, and changes their arguments.
 */
final class CallBreaker extends Breaker {

  private static final Set<String> OF_THREADS =
      Set.of(
          "wait",
          "timedWait",
          "notify",
          "notifyAll",
          "join",
          "sleep",
          "yield",
          "start",
          "interrupt",
          "park",
          "parkNanos",
          "unpark");
  private static final Set<String> OF_MECHANISMS =
      Set.of(
          "lock",
          "lockInterruptibly",
          "unlock",
          "unlockRead",
          "unlockWrite",
          "await",
          "awaitNanos",
          "signal",
          "signalAll",
          "countDown",
          "acquire",
          "acquireShared",
          "acquireSharedInterruptibly",
          "release",
          "releaseShared",
          "incrementAndGet",
          "decrementAndGet",
          "updateAndGet",
          "setState",
          "set");
  private static final Map<String, String> WAKES_ONE =
      Map.of("notifyAll", "notify", "signalAll", "signal");
  private static final Map<String, String> WAKES_ALL =
      Map.of("notify", "notifyAll", "signal", "signalAll");
  private static final Map<String, List<String>> ACQUISITIONS =
      Map.of(
          "lock", List.of("lockInterruptibly", "tryLock"),
          "lockInterruptibly", List.of("lock", "tryLock"),
          "acquireSharedInterruptibly", List.of("acquireShared"),
          "writeLock", List.of("tryWriteLock", "readLock"));

  /** Which argument is a time. */
  private static final Map<String, Integer> TIMES =
      Map.of(
          "wait", 0,
          "timedWait", 1,
          "join", 0,
          "sleep", 0,
          "await", 0,
          "awaitNanos", 0,
          "parkNanos", 1,
          "tryAcquireSharedNanos", 1);

  private static final Set<String> COUNTED =
      Set.of(
          "acquireSharedInterruptibly",
          "tryAcquireShared",
          "tryAcquireSharedNanos",
          "releaseShared");
  private static final Set<String> COUNTERS =
      Set.of("CountDownLatch", "Semaphore", "CyclicBarrier");

  CallBreaker(Source source) {
    super(source);
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree statement, @Nullable Void nothing) {
    if (statement.getExpression() instanceof MethodInvocationTree call) {
      if (OF_THREADS.contains(deed(call))) {
        replace(Operator.THREAD_CALL_REMOVED, statement, ";");
      } else if (OF_MECHANISMS.contains(deed(call))) {
        replace(Operator.MECHANISM_CALL_REMOVED, statement, ";");
      }
    }
    return super.visitExpressionStatement(statement, null);
  }

  /** What is called, directly or for each of several. */
  private static String deed(MethodInvocationTree call) {
    return name(call).equals("forEach")
            && call.getArguments().getFirst() instanceof MemberReferenceTree each
        ? each.getName().toString()
        : name(call);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    String name = name(call);
    if (WAKES_ONE.containsKey(name)) {
      replace(Operator.ONE_WOKEN, call, called(call, WAKES_ONE.get(name)));
    }
    if (WAKES_ALL.containsKey(name)) {
      replace(Operator.ALL_WOKEN, call, called(call, WAKES_ALL.get(name)));
    }
    for (String other : ACQUISITIONS.getOrDefault(name, List.of())) {
      replace(Operator.OTHER_ACQUISITION, call, called(call, other));
    }
    if (name.equals("join") && call.getArguments().isEmpty()) {
      replace(Operator.JOIN_TO_SLEEP, call, "Thread.sleep(1)");
    }
    if (name.equals("interrupted")) {
      replace(Operator.INTERRUPT_KEPT, call, "Thread.currentThread().isInterrupted()");
    }
    arguments(call, name);
    return super.visitMethodInvocation(call, null);
  }

  private void arguments(MethodInvocationTree call, String name) {
    int time = TIMES.getOrDefault(name, Integer.MAX_VALUE);
    if (call.getArguments().size() > time) {
      ExpressionTree argument = call.getArguments().get(time);
      replace(Operator.WAIT_TIME, argument, "(" + text(argument) + ") / 2");
      replace(Operator.WAIT_TIME, argument, "(" + text(argument) + ") * 2");
    }
    if (COUNTED.contains(name) && !call.getArguments().isEmpty()) {
      count(call.getArguments().getFirst());
    }
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void nothing) {
    if (COUNTERS.contains(creation.getIdentifier().toString())) {
      count(creation.getArguments().getFirst());
    }
    return super.visitNewClass(creation, null);
  }

  private void count(ExpressionTree argument) {
    replace(Operator.PERMIT_COUNT, argument, text(argument) + " + 1");
    replace(Operator.PERMIT_COUNT, argument, text(argument) + " - 1");
  }

  private String called(MethodInvocationTree call, @Nullable String other) {
    String arguments = String.join(", ", call.getArguments().stream().map(this::text).toList());
    return receiver(call) + other + "(" + arguments + ")";
  }
}
