package grader.audit.mutants;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes atomic operations apart: first look, then write. */
final class AtomicBreaker extends Breaker {

  AtomicBreaker(Source source) {
    super(source);
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree statement, @Nullable Void nothing) {
    if (statement.getExpression() instanceof MethodInvocationTree call) {
      String cell = receiver(call);
      switch (name(call)) {
        case "incrementAndGet", "getAndIncrement" ->
            apart(call, cell + "set(" + cell + "get() + 1)");
        case "decrementAndGet", "getAndDecrement" ->
            apart(call, cell + "set(" + cell + "get() - 1)");
        case "updateAndGet", "getAndUpdate" -> update(call, cell);
        case String other -> {}
      }
    }
    return super.visitExpressionStatement(statement, null);
  }

  private void update(MethodInvocationTree call, String cell) {
    if (call.getArguments().getFirst() instanceof LambdaExpressionTree update
        && update.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
      String name = Pattern.quote(update.getParameters().getFirst().getName().toString());
      String body = text(update.getBody()).replaceAll("\\b" + name + "\\b", cell + "get()");
      apart(call, cell + "set(" + body + ")");
    }
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    String cell = receiver(call);
    List<String> arguments = call.getArguments().stream().map(this::text).toList();
    switch (name(call)) {
      case "compareAndSet" -> compareAndSet(call, cell + "get()", cell + "set", arguments);
      case "compareAndSetState" -> compareAndSet(call, "getState()", "setState", arguments);
      case "getAndSet" ->
          apart(
              call,
              "java.util.Optional.of(%1$sget()).map(seen -> { %1$sset(%2$s); return seen; }).get()"
                  .formatted(cell, arguments.getFirst()));
      case String other -> {}
    }
    return super.visitMethodInvocation(call, null);
  }

  /** As an expression, since it mostly is a condition: the new value is computed, then written. */
  private void compareAndSet(
      MethodInvocationTree call, String get, String set, List<String> arguments) {
    apart(
        call,
        "(%s == (%s) && java.util.Optional.of(%s).map(next -> { %s(next); return true; }).get())"
            .formatted(get, arguments.getFirst(), arguments.getLast(), set));
  }

  private void apart(MethodInvocationTree call, String replacement) {
    replace(Operator.NOT_ATOMIC, call, replacement);
  }
}
