package grader.cli;

import grader.Grader;
import grader.Options;
import grader.Profile;
import grader.audit.Audit;
import grader.audit.Row;
import grader.kata.Kata;
import grader.kata.Katas;
import grader.protocol.Engine;
import grader.run.Installation;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grader audit}. */
@Command(
    name = "audit",
    description = "Prove katas: stub unsolved, solutions pass, impostors are caught and named.")
final class AuditCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "KATA")
  List<String> wanted = List.of();

  @Option(names = "--seed")
  long seed = 1;

  @Option(names = "--jobs")
  int jobs = 2;

  @Override
  public Integer call() throws InterruptedException {
    Path root = Path.of(System.getProperty("grader.home", "."));
    Katas katas = new Katas(root);
    List<Kata> chosen =
        wanted.isEmpty()
            ? katas.all()
            : wanted.stream().map(one -> katas.find(one).orElseThrow()).toList();
    Options options =
        new Options(Profile.STANDARD, Profile.STANDARD.budget(), seed, EnumSet.allOf(Engine.class));
    List<Row> rows =
        new Audit(new Grader(new Installation(root)), options)
            .rows(chosen, jobs, AuditCommand::print);
    return rows.stream().allMatch(Row::proved) ? 0 : 1;
  }

  private static void print(Row row) {
    System.out.printf(
        "%-4s %-18s %-36s %-12s %-22s expected %-22s %6d ms%n",
        row.proved() ? "ok" : "BAD",
        row.kata(),
        row.submission(),
        row.verdict(),
        row.diagnosis(),
        row.expected(),
        row.millis());
  }
}
