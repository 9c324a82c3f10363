package grader.audit.mutants;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Takes keywords away or puts one in, and exchanges the objects that they and calls refer to. */
final class KeywordBreaker extends Breaker {

  KeywordBreaker(Source source) {
    super(source);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
    ModifiersTree modifiers = method.getModifiers();
    if (modifiers.getFlags().contains(Modifier.SYNCHRONIZED)) {
      without(Operator.METHOD_NOT_SYNCHRONIZED, modifiers, "synchronized");
      if (modifiers.getFlags().contains(Modifier.STATIC)) {
        without(Operator.STATIC_REMOVED, modifiers, "static");
      } else {
        replace(
            Operator.STATIC_ADDED,
            modifiers,
            text(modifiers).replace("synchronized", "static synchronized"));
      }
    }
    return super.visitMethod(method, null);
  }

  private void without(Operator operator, ModifiersTree modifiers, String keyword) {
    replace(operator, modifiers, text(modifiers).replaceFirst("\\b" + keyword + "\\b", ""));
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
    if (variable.getModifiers().getFlags().contains(Modifier.VOLATILE)) {
      without(Operator.NOT_VOLATILE, variable.getModifiers(), "volatile");
    }
    return super.visitVariable(variable, null);
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree block, @Nullable Void nothing) {
    replace(Operator.BLOCK_NOT_SYNCHRONIZED, block, text(block.getBlock()));
    String monitor = text(block.getExpression());
    List<String> others = new ArrayList<>(List.of("this"));
    fields().stream()
        .filter(field -> field.getType() != null && isObject(field.getType()))
        .forEach(field -> others.add(field.getName().toString()));
    others.stream()
        .map(other -> "(" + other + ")")
        .filter(other -> !other.equals(monitor))
        .forEach(other -> replace(Operator.OTHER_MONITOR, block.getExpression(), other));
    return super.visitSynchronized(block, null);
  }

  private static boolean isObject(Tree type) {
    return !(type instanceof PrimitiveTypeTree);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
    if (select.getExpression() instanceof IdentifierTree used) {
      String name = used.getName().toString();
      fields().stream()
          .filter(field -> field.getName().contentEquals(name))
          .findFirst()
          .ifPresent(field -> exchange(used, field));
    }
    return super.visitMemberSelect(select, null);
  }

  private void exchange(IdentifierTree used, VariableTree field) {
    String type = text(field.getType());
    fields().stream()
        .filter(other -> !other.getName().equals(field.getName()))
        .filter(other -> isObject(other.getType()) && text(other.getType()).equals(type))
        .forEach(other -> replace(Operator.OTHER_OBJECT, used, other.getName().toString()));
  }

  /** The fields of the class around this place. */
  private List<VariableTree> fields() {
    for (Tree around : getCurrentPath()) {
      if (around instanceof ClassTree type) {
        return type.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .toList();
      }
    }
    return List.of();
  }

  @Override
  public @Nullable Void visitTry(TryTree guarded, @Nullable Void nothing) {
    BlockTree last = guarded.getFinallyBlock();
    if (last != null) {
      String kept = inner(last);
      String body = returningAfter(guarded.getBlock(), kept);
      String caught =
          guarded.getCatches().isEmpty()
              ? body
              : "try "
                  + body
                  + String.join(" ", guarded.getCatches().stream().map(this::text).toList());
      replace(
          Operator.FINALLY_REMOVED,
          source().start(guarded),
          source().end(guarded),
          caught + (ends(guarded.getBlock()) ? "" : " " + kept),
          "what is in finally happens on the usual way only");
    }
    return super.visitTry(guarded, null);
  }

  private String inner(BlockTree block) {
    return String.join(" ", block.getStatements().stream().map(this::text).toList());
  }

  private static boolean ends(BlockTree block) {
    List<? extends StatementTree> statements = block.getStatements();
    return !statements.isEmpty()
        && (statements.getLast() instanceof ReturnTree
            || statements.getLast() instanceof ThrowTree);
  }

  /** The block; what is kept comes before each return, but after the value has been computed. */
  private String returningAfter(BlockTree block, String kept) {
    List<ReturnTree> returns = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitReturn(ReturnTree end, @Nullable Void nothing) {
        returns.add(end);
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree lambda, @Nullable Void nothing) {
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        return null;
      }
    }.scan(block, null);
    StringBuilder text = new StringBuilder(text(block));
    returns.sort(Comparator.comparingInt((ReturnTree end) -> source().start(end)).reversed());
    for (ReturnTree end : returns) {
      int from = source().start(end) - source().start(block);
      ExpressionTree value = end.getExpression();
      String instead =
          value == null
              ? "{ " + kept + " return; }"
              : "{ var result = " + text(value) + "; " + kept + " return result; }";
      text.replace(from, from + text(end).length(), instead);
    }
    return text.toString();
  }
}
