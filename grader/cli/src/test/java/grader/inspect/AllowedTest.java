package grader.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.kata.FrontMatter;
import grader.kata.Kata;
import grader.kata.Katas;
import grader.kata.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              System.exit(0)                                     | java.lang.System.exit
              Runtime.getRuntime().halt(0)                       | java.lang.Runtime.halt
              Runnable r = System::gc                            | java.lang.System.gc
              java.util.function.IntConsumer c = System::exit    | java.lang.System.exit
              Class.forName("x")                                 | java.lang.Class.forName
              getClass().getClassLoader()                        | java.lang.Class.getClassLoader
              Thread.getAllStackTraces()                         | java.lang.Thread.getAllStackTraces
              Mine.getAllStackTraces()                           | java.lang.Thread.getAllStackTraces
              new Mine().getContextClassLoader()                 | java.lang.Thread.getContextClassLoader
              class W extends java.util.concurrent.ForkJoinWorkerThread { W() { super(null); } } new W().getContextClassLoader() | java.lang.Thread.getContextClassLoader
              new Exception().getStackTrace()                    | java.lang.Exception.getStackTrace
              new java.util.Formatter("file")                    | new java.util.Formatter
              java.util.ListResourceBundle.getBundle("x") | java.util.ListResourceBundle.getBundle
          Object o = java.util.ResourceBundle.Control.getControl(null) | java.util.ResourceBundle.Control.getControl
          java.util.Locale.setDefault(null)                  | java.util.Locale.setDefault
              Object o = new java.io.File("x")                   | new java.io.File
              Object o = java.nio.file.Path.of("x")              | java.nio.file.Path.of
              Object o = ClassLoader.class                       | java.lang.ClassLoader
              Object o = new java.io.File[3]                     | java.io.File
              Object o = null; Object p = (java.io.File) o       | java.io.File
              try { run(); } catch (java.io.FileNotFoundException e) {} | java.io.FileNotFoundException
              java.lang.invoke.MethodHandles.lookup().findStatic(null, null, null) | java.lang.invoke.MethodHandles.Lookup.findStatic
          """)
  void whatIsNotOnTheListIsNamed(String code, String api) throws IOException {
    assertThat(problems(code + ";"))
        .anySatisfy(problem -> {
          assertThat(problem.what()).isEqualTo("uses " + api);
          assertThat(problem.where()).startsWith("src/box/Box.java:");
          assertThat(problem.advice()).isNotBlank();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.println(\"x\" + System.nanoTime());",
        "Object lock = new Object(); synchronized (lock) { lock.notifyAll(); }",
        "new Mine().start(); new Mine().isInterrupted();",
        "Runnable r = () -> Thread.onSpinWait(); r.run();",
        "record Point(int x, int y) {} new Point(1, 2).hashCode();",
        "Object o = 3; switch (o) { case Integer i when i > 2 -> {} default -> {} }",
        "Thread.State s = Thread.State.NEW; switch (s) { case NEW -> {} default -> {} }",
        "int[] a = {1}; a.clone(); getClass().getSimpleName();",
        "java.util.List.of(1).stream().map(String::valueOf).toList();",
        "java.lang.invoke.MethodHandles.lookup().findVarHandle(Box.class, \"x\", int.class);",
        "new java.util.concurrent.ForkJoinPool().shutdownNow();",
        "try { run(); } catch (RuntimeException e) { e.printStackTrace(); }",
        "String.format(\"%d\", java.time.Duration.ofSeconds(3).toNanos());",
        "throw new IllegalStateException(new java.io.IOException());",
      })
  void whatIsOnTheListIsAllowed(String code) throws IOException {
    assertThat(problems(code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.junit", "box.hidden", "grader.testkit"})
  void noClassTakesTheNameOfAnother(String taken) throws IOException {
    String file = taken.replace('.', '/') + "/Fake.java";
    assertThat(problems(Map.of(file, "package " + taken + "; class Fake {}")))
        .extracting(Problem::what)
        .containsExactly("declares " + taken + ".Fake");
  }

  @Test
  void nativeMethodsAndFinalizersAreRefused() throws IOException {
    assertThat(
            problems(
                Map.of(
                    "box/Box.java",
                    "package box; class Box { native void a(); protected void finalize() {} }")))
        .extracting(Problem::what)
        .containsExactlyInAnyOrder("declares the native method a", "declares finalize()");
  }

  @Test
  void theListIsThereForPeople() {
    assertThat(Allowed.list())
        .contains("  java.util.concurrent\n")
        .contains("  java.lang.Thread: new MAX_PRIORITY")
        .contains("  java.util.Locale.setDefault: it changes");
  }

  @Test
  void noSubmissionOfTheCourseNeedsMore() {
    Stream<Submission> all =
        new Katas(Path.of("../..").toAbsolutePath().normalize())
            .all().stream()
                .flatMap(kata -> Stream.of(kata.solutions(), kata.impostors(), kata.variants()))
                .flatMap(List::stream);
    assertThat(all.flatMap(one -> problems(one).map(problem -> one.kata().name() + ": " + problem)))
        .isEmpty();
  }

  private List<Problem> problems(String code) throws IOException {
    String source =
        """
        package box;
        public class Box {
          int x;
          static class Mine extends Thread {}
          void run() throws java.io.IOException {}
          void use() throws Throwable { CODE }
        }
        """;
    return problems(Map.of("box/Box.java", source.replace("CODE", code)));
  }

  private List<Problem> problems(Map<String, String> sources) throws IOException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    Kata kata =
        new Kata(
            folder,
            new FrontMatter(
                "", "", List.of(), List.of(), "box.Box", 1, Map.of(), List.of(), List.of()));
    return problems(new Submission(kata, "src", folder.resolve("src"))).toList();
  }

  private static Stream<Problem> problems(Submission submission) {
    return switch (new SourceCompiler(List.of()).compile(submission)) {
      case Compilation.Compiled(Map<String, byte[]> classes) ->
          Allowed.problems(new SubmissionClasses(submission.name(), classes), Set.of("box.hidden"))
              .stream();
      case Compilation.Rejected(var errors) -> throw new AssertionError(errors);
    };
  }
}
