package grader.audit.mutants;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds critical regions, and moves their bounds: synchronized methods and blocks, and what stands
 * between a lock and the {@code finally} that unlocks it.
 */
final class RegionBreaker extends Breaker {

  private static final Set<String> ACQUIRE =
      Set.of("lock", "lockInterruptibly", "writeLock", "readLock");
  private static final Set<String> RELEASE = Set.of("unlock", "unlockWrite", "unlockRead");

  RegionBreaker(Source source) {
    super(source);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
    BlockTree body = method.getBody();
    if (body != null && method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
      String enter = "synchronized (this) {";
      Region region = region(enter, enter, body, "}", List.of(), List.of());
      int start = source().start(method);
      String head = source().text().substring(start, source().start(body));
      String unlocked = head.replaceFirst("\\bsynchronized\\b", "");
      for (Region.Moved moved : region.moved()) {
        String text = unlocked + "{\n" + moved.text() + "}";
        replace(moved.operator(), start, source().end(body), text, moved.label());
      }
    }
    return super.visitMethod(method, null);
  }

  @Override
  public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
    List<? extends StatementTree> statements = block.getStatements();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof SynchronizedTree region) {
        synchronizedBlock(statements, i, region);
      } else if (i > 0 && statements.get(i) instanceof TryTree region && isGuarded(statements, i)) {
        locked(statements, i, region);
      }
    }
    return super.visitBlock(block, null);
  }

  private void synchronizedBlock(
      List<? extends StatementTree> statements, int at, SynchronizedTree block) {
    String enter = "synchronized " + text(block.getExpression()) + " {";
    move(
        statements,
        at,
        at,
        region(enter, enter, block.getBlock(), "}", before(statements, at), after(statements, at)));
  }

  private void locked(List<? extends StatementTree> statements, int at, TryTree guarded) {
    StatementTree acquire = statements.get(at - 1);
    String again =
        acquire instanceof VariableTree stamp
            ? stamp.getName() + " = " + text(stamp.getInitializer()) + ";"
            : text(acquire);
    BlockTree last = guarded.getFinallyBlock();
    if (last != null && guarded.getCatches().isEmpty()) {
      move(
          statements,
          at - 1,
          at,
          region(
              text(acquire) + " try {",
              again + " try {",
              guarded.getBlock(),
              "} finally " + text(last),
              before(statements, at - 1),
              after(statements, at)));
    }
  }

  private void move(List<? extends StatementTree> statements, int first, int last, Region region) {
    int from = Math.max(0, first - region.before().size());
    int to = last + region.after().size();
    for (Region.Moved moved : region.moved()) {
      replace(
          moved.operator(),
          source().start(statements.get(from)),
          source().end(statements.get(to)),
          moved.text(),
          moved.label());
    }
  }

  private List<String> before(List<? extends StatementTree> statements, int at) {
    return at > 0 ? List.of(text(statements.get(at - 1))) : List.of();
  }

  private List<String> after(List<? extends StatementTree> statements, int at) {
    return at + 1 < statements.size() ? List.of(text(statements.get(at + 1))) : List.of();
  }

  private List<String> texts(BlockTree block) {
    return block.getStatements().stream().map(this::text).toList();
  }

  private Region region(
      String enter,
      String again,
      BlockTree inside,
      String leave,
      List<String> before,
      List<String> after) {
    List<String> declared =
        inside.getStatements().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .map(one -> text(one.getType()) + " " + one.getName() + ";")
            .toList();
    List<String> assigned =
        inside.getStatements().stream()
            .map(one ->
                one instanceof VariableTree variable && variable.getInitializer() != null
                    ? variable.getName() + " = " + text(variable.getInitializer()) + ";"
                    : text(one))
            .toList();
    return new Region(enter, again, texts(inside), declared, assigned, leave, before, after);
  }

  private static boolean isGuarded(List<? extends StatementTree> statements, int at) {
    return acquires(statements.get(at - 1))
        && statements.get(at) instanceof TryTree guarded
        && guarded.getFinallyBlock() != null
        && guarded.getFinallyBlock().getStatements().stream().anyMatch(one -> calls(one, RELEASE));
  }

  private static boolean acquires(StatementTree statement) {
    return calls(statement, ACQUIRE)
        || (statement instanceof VariableTree stamp
            && stamp.getInitializer() instanceof MethodInvocationTree call
            && ACQUIRE.contains(name(call)));
  }

  private static boolean calls(StatementTree statement, Set<String> names) {
    return statement instanceof ExpressionStatementTree plain
        && plain.getExpression() instanceof MethodInvocationTree call
        && names.contains(name(call));
  }
}
