package grader.inspect;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a submission must not declare itself, whatever it uses. */
final class Declared {

  private static final List<String> RESERVED =
      List.of(
          "com.sun.",
          "grader.",
          "java.",
          "javax.",
          "jdk.",
          "net.bytebuddy.",
          "net.jqwik.",
          "org.apiguardian.",
          "org.assertj.",
          "org.awaitility.",
          "org.hamcrest.",
          "org.jspecify.",
          "org.junit.",
          "org.opentest4j.",
          "sun.");

  private Declared() {}

  static Stream<Problem> problems(SubmissionClasses submission, Set<String> taken) {
    return submission.all().stream()
        .flatMap(type ->
            Stream.concat(
                name(submission, type, taken).stream(),
                type.methods().stream().flatMap(method -> method(submission, type, method))));
  }

  private static Optional<Problem> name(
      SubmissionClasses submission, ClassModel type, Set<String> taken) {
    String name = RequiredApi.binaryName(type.thisClass());
    return Stream.concat(RESERVED.stream(), taken.stream().map(one -> one + "."))
        .filter(name::startsWith)
        .findFirst()
        .map(reserved ->
            problem(
                submission.source(type),
                "declares " + name.replace('$', '.'),
                "names that begin with " + reserved + " are taken; use the package of the kata"));
  }

  private static Stream<Problem> method(
      SubmissionClasses submission, ClassModel type, MethodModel method) {
    String where = submission.source(type);
    if (method.flags().has(AccessFlag.NATIVE)) {
      return Stream.of(
          problem(
              where,
              "declares the native method " + method.methodName().stringValue(),
              "code outside of the JVM cannot be checked; write it in Java"));
    }
    boolean finalizer =
        method.methodName().equalsString("finalize") && method.methodType().equalsString("()V");
    return finalizer
        ? Stream.of(
            problem(
                where,
                "declares finalize()",
                "it runs on a thread of the JVM, at a time that nobody can control"))
        : Stream.empty();
  }

  private static Problem problem(String where, String what, String advice) {
    return new Problem(Problem.Kind.NOT_ALLOWED, where, what, advice);
  }
}
