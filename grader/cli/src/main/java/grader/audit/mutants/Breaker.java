package grader.audit.mutants;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through a source and gathers changes that break it. */
abstract class Breaker extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Source source;
  private final List<Change> changes = new ArrayList<>();

  Breaker(Source source) {
    this.source = source;
  }

  final List<Change> changes() {
    scan(source.unit(), null);
    return changes;
  }

  final Source source() {
    return source;
  }

  final String text(Tree part) {
    return source.text(part);
  }

  final void replace(Operator operator, Tree part, String replacement) {
    replace(operator, source.start(part), source.end(part), replacement, "");
  }

  final void replace(Operator operator, int start, int end, String replacement, String label) {
    changes.add(new Change(operator, start, end, replacement, label));
  }

  /** {@code lock} of {@code this.lock.lock()}. */
  static String name(MethodInvocationTree call) {
    return switch (call.getMethodSelect()) {
      case MemberSelectTree select -> select.getIdentifier().toString();
      case IdentifierTree plain -> plain.getName().toString();
      case ExpressionTree other -> other.toString();
    };
  }

  /** {@code this.lock.} of {@code this.lock.lock()}, or nothing. */
  final String receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? text(select.getExpression()) + "."
        : "";
  }
}
