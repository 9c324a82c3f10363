package grader.audit.mutants;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Negates guards, moves boundaries, and makes loops around a wait run once. */
final class ConditionBreaker extends Breaker {

  private static final Set<String> WAITS =
      Set.of(
          "wait",
          "timedWait",
          "await",
          "awaitNanos",
          "park",
          "parkNanos",
          "join",
          "sleep",
          "acquire");
  private static final Map<Tree.Kind, String> MOVED =
      Map.of(
          Tree.Kind.LESS_THAN, "<=",
          Tree.Kind.LESS_THAN_EQUAL, "<",
          Tree.Kind.GREATER_THAN, ">=",
          Tree.Kind.GREATER_THAN_EQUAL, ">");

  ConditionBreaker(Source source) {
    super(source);
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree loop, @Nullable Void nothing) {
    if (waits(loop.getStatement())) {
      int start = source().start(loop);
      replace(Operator.WAIT_ONCE, start, start + "while".length(), "if", "");
    }
    negate(loop.getCondition());
    return super.visitWhileLoop(loop, null);
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void nothing) {
    if (loop.getStatement() instanceof BlockTree block && waits(block)) {
      int end = source().end(block) - 1;
      replace(Operator.WAIT_ONCE, end, end, "break; ", "");
    }
    ExpressionTree condition = loop.getCondition();
    if (condition != null) {
      negate(condition);
    }
    return super.visitForLoop(loop, null);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree loop, @Nullable Void nothing) {
    negate(loop.getCondition());
    return super.visitDoWhileLoop(loop, null);
  }

  @Override
  public @Nullable Void visitIf(IfTree choice, @Nullable Void nothing) {
    negate(choice.getCondition());
    return super.visitIf(choice, null);
  }

  private void negate(ExpressionTree condition) {
    String text = text(condition);
    if (!text.equals("(true)")) {
      boolean parenthesised = condition instanceof ParenthesizedTree;
      replace(
          Operator.GUARD_NEGATED, condition, parenthesised ? "(!" + text + ")" : "!(" + text + ")");
    }
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree comparison, @Nullable Void nothing) {
    String moved = MOVED.get(comparison.getKind());
    if (moved != null) {
      replace(
          Operator.BOUNDARY_MOVED,
          comparison,
          text(comparison.getLeftOperand())
              + " "
              + moved
              + " "
              + text(comparison.getRightOperand()));
    }
    return super.visitBinary(comparison, null);
  }

  private static boolean waits(Tree body) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void nothing) {
        found[0] |= WAITS.contains(name(call));
        return super.visitMethodInvocation(call, null);
      }
    }.scan(body, null);
    return found[0];
  }
}
