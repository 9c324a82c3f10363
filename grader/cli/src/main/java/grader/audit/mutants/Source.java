package grader.audit.mutants;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source as text and as a tree, and where in the text each part of the tree stands. */
record Source(String text, CompilationUnitTree unit, SourcePositions positions) {

  static Source parse(String text) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    new DiagnosticCollector<>(),
                    List.of("-proc:none"),
                    null,
                    List.of(inMemory(text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new Source(text, unit, Trees.instance(task).getSourcePositions());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JavaFileObject inMemory(String text) {
    return new SimpleJavaFileObject(
        URI.create("memory:///Source.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** All changes that our operators make to it, in the order of their places. */
  List<Change> changes() {
    return Stream.<Breaker>of(
            new CallBreaker(this),
            new AtomicBreaker(this),
            new ConditionBreaker(this),
            new KeywordBreaker(this),
            new RegionBreaker(this))
        .flatMap(breaker -> breaker.changes().stream())
        .distinct()
        .sorted(Comparator.comparingInt(Change::start))
        .toList();
  }

  int start(Tree part) {
    return (int) positions.getStartPosition(unit, part);
  }

  int end(Tree part) {
    return (int) positions.getEndPosition(unit, part);
  }

  String text(Tree part) {
    return text.substring(start(part), end(part));
  }
}
