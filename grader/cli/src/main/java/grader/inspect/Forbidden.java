package grader.inspect;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a kata asks to do without: types ({@code java.util.concurrent.Semaphore}), groups of types
 * ({@code java.util.concurrent.*Queue}) and members ({@code java.lang.Thread#sleep}).
 */
public final class Forbidden {

  private final List<String> patterns;

  public Forbidden(List<String> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** Every forbidden thing that the submission uses, once a class. */
  public List<Problem> usedBy(SubmissionClasses submission) {
    return submission.all().stream()
        .flatMap(type -> Stream.concat(types(submission, type), calls(submission, type)))
        .distinct()
        .toList();
  }

  private Stream<Problem> types(SubmissionClasses submission, ClassModel type) {
    return names(type)
        .filter(name ->
            patterns.stream().anyMatch(pattern -> !pattern.contains("#") && matches(pattern, name)))
        .distinct()
        .map(name -> problem(submission.source(type), name));
  }

  private static Stream<String> names(ClassModel type) {
    Stream.Builder<String> names = Stream.builder();
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof ClassEntry used) {
        names.add(RequiredApi.binaryName(used));
      }
    }
    return names.build();
  }

  private Stream<Problem> calls(SubmissionClasses submission, ClassModel type) {
    return type.methods().stream().flatMap(method -> calls(submission.source(type), method));
  }

  private Stream<Problem> calls(String source, MethodModel method) {
    Stream.Builder<Problem> problems = Stream.builder();
    int line = 0;
    for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
      if (element instanceof LineNumber number) {
        line = number.line();
      } else if (element instanceof InvokeInstruction call && forbids(call)) {
        problems.add(problem(source + ":" + line, called(call)));
      }
    }
    return problems.build();
  }

  private boolean forbids(InvokeInstruction call) {
    return patterns.contains(called(call));
  }

  private static String called(InvokeInstruction call) {
    return call.owner().asInternalName().replace('/', '.') + "#" + call.name().stringValue();
  }

  private static boolean matches(String pattern, String name) {
    String regex = pattern.replace(".", "\\.").replace("*", "[A-Za-z0-9_]*");
    return name.matches(regex + "(\\$.*)?");
  }

  private static Problem problem(String where, String api) {
    String shown =
        Optional.of(api).map(one -> one.replace('$', '.').replace('#', '.')).orElseThrow();
    return new Problem(
        Problem.Kind.NOT_ALLOWED,
        where,
        "uses " + shown,
        "this kata is about building it yourself; the README lists what is allowed");
  }
}
