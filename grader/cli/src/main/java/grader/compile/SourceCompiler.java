package grader.compile;

import grader.kata.Submission;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources in memory. Annotation processors never run. */
public final class SourceCompiler {

  private static final int MOST_ERRORS = 20;

  private final String classPath;

  /** A compiler that sees the JDK and these jars. */
  public SourceCompiler(List<Path> jars) {
    this.classPath =
        String.join(java.io.File.pathSeparator, jars.stream().map(Path::toString).toList());
  }

  /** Compiles all sources of these submissions together. */
  public Compilation compile(Submission... submissions) {
    List<SourceFile> sources = new ArrayList<>();
    List<SourceError> errors = new ArrayList<>();
    for (Submission submission : submissions) {
      read(submission, sources, errors);
    }
    return errors.isEmpty() ? compile(sources) : new Compilation.Rejected(errors);
  }

  /** Compiles a piece of Java from a page of text, together with these submissions. */
  public Compilation compileSample(String code, Submission... beside) {
    List<SourceFile> sources = new ArrayList<>(List.of(SourceFile.ofSample(code)));
    List<SourceError> errors = new ArrayList<>();
    for (Submission submission : beside) {
      read(submission, sources, errors);
    }
    return errors.isEmpty() ? compile(sources) : new Compilation.Rejected(errors);
  }

  private static void read(
      Submission submission, List<SourceFile> sources, List<SourceError> errors) {
    List<SourceError> refused = Intake.problems(submission);
    if (!refused.isEmpty()) {
      errors.addAll(refused);
      return;
    }
    List<Path> files = submission.sources();
    if (files.isEmpty()) {
      errors.add(
          SourceError.of(
              submission.name() + "/", "no Java source here; expected " + expected(submission)));
    }
    for (Path file : files) {
      switch (SourceFile.read(file, submission.shown(file))) {
        case SourceFile.Read(SourceFile source) -> sources.add(source);
        case SourceFile.Unreadable(SourceError error) -> errors.add(error);
      }
    }
  }

  private static String expected(Submission submission) {
    return submission.name()
        + "/"
        + submission.kata().frontMatter().className().replace('.', '/')
        + ".java";
  }

  private Compilation compile(List<SourceFile> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(diagnostics, null, null));
    List<String> options =
        List.of("-proc:none", "-g", "-nowarn", "-Xmaxerrs", "100", "-cp", classPath);
    // Where the compiler tells of its own end; nobody needs to read that.
    StringWriter told = new StringWriter();
    CompilerRun run =
        CompilerRun.of(compiler.getTask(told, files, diagnostics, options, null, sources));
    return switch (run.end()) {
      case COMPILED -> new Compilation.Compiled(files.classes());
      case GAVE_UP -> {
        List<SourceError> errors = errors(diagnostics);
        yield new Compilation.Rejected(
            errors.isEmpty() ? List.of(noAnswer(sources, "gave up on")) : errors);
      }
      case TAKES_TOO_LONG ->
          new Compilation.Rejected(List.of(noAnswer(sources, "takes too long for")));
    };
  }

  /** Code that is nested thousands deep, or whose types are; the compiler does not say where. */
  private static SourceError noAnswer(List<SourceFile> sources, String what) {
    return SourceError.of(
        sources.getFirst().shown(),
        "the compiler "
            + what
            + " this or another file; is something in it nested very deeply, like calls of generic"
            + " methods as arguments of each other?");
  }

  private static List<SourceError> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .limit(MOST_ERRORS)
        .map(SourceCompiler::error)
        .toList();
  }

  private static SourceError error(Diagnostic<? extends JavaFileObject> diagnostic) {
    Optional<SourceFile> source = Optional.ofNullable((SourceFile) diagnostic.getSource());
    return new SourceError(
        source.map(SourceFile::shown).orElse("(no file)"),
        Math.max(0, diagnostic.getLineNumber()),
        Math.max(0, diagnostic.getColumnNumber()),
        diagnostic.getMessage(java.util.Locale.ENGLISH),
        source.map(file -> file.line(diagnostic.getLineNumber())).orElse(""));
  }
}
