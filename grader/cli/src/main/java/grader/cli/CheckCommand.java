package grader.cli;

import grader.Assessment;
import grader.Grader;
import grader.Options;
import grader.Profile;
import grader.kata.Kata;
import grader.kata.Katas;
import grader.protocol.Engine;
import grader.run.Installation;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grader check}. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

  @Parameters String kata = "";

  @Option(names = "--submission")
  String submission = "src";

  @Override
  public Integer call() {
    Path root = Path.of(System.getProperty("grader.home", "."));
    Kata found = new Katas(root).find(kata).orElseThrow();
    Options options =
        new Options(Profile.STANDARD, Profile.STANDARD.budget(), 1, EnumSet.allOf(Engine.class));
    Assessment assessment =
        new Grader(new Installation(root))
            .grade(found.submission(submission).orElseThrow(), options, (e, c, t, n) -> {});
    System.out.print(grader.report.TerminalReport.write(assessment));
    return assessment.verdict().exitCode();
  }
}
