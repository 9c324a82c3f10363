package grader.cli;

import grader.Options;
import grader.Profile;
import grader.kata.Kata;
import grader.kata.Katas;
import grader.protocol.Engine;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grader audit}. */
@Command(
    name = "audit",
    description = "Prove katas: stub unsolved, solutions pass, impostors are caught and named.",
    footer = {
      "  grader audit",
      "  grader audit 4 --seed 7",
      "  grader audit 4 --power",
      "  grader audit 4 --mutants",
      "  grader audit 4 --behaviour"
    })
final class AuditCommand implements Callable<Integer> {

  /** What is kept was made under this one. */
  private static final long SEED = 1;

  private final Session session;

  @Parameters(arity = "0..*", paramLabel = "KATA", description = "All katas, if none is named.")
  List<String> wanted = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + SEED,
      description = "Random choices depend on it; ${DEFAULT-VALUE} by default.")
  long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "So many at the same time; ${DEFAULT-VALUE} by default.")
  int jobs;

  @Option(
      names = "--power",
      description = "Measure how surely impostors are caught, and write docs/power.md.")
  boolean power;

  @Option(
      names = "--mutants",
      description =
          "Break the solutions in small ways, see which are refused, and write docs/mutants.md.")
  boolean mutants;

  @Option(
      names = "--behaviour",
      description =
          "See how impostors fail, and write hints/katas/NN-slug.tsv: by that, a check recognises a known mistake.")
  boolean behaviour;

  @Option(
      names = "--reports",
      description = "Write what a check prints of impostors to docs/reports; else it is compared.")
  boolean reports;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "So many; 200 by default with --power, 20 with --behaviour.")
  Optional<Integer> seeds = Optional.empty();

  AuditCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    atLeastOne("--jobs", jobs);
    seeds.ifPresent(number -> atLeastOne("--seeds", number));
    if (Stream.of(power, mutants, behaviour, reports).filter(wish -> wish).count() > 1) {
      throw new UsageProblem("only one of --power, --mutants, --behaviour and --reports");
    }
    if (mutants) {
      return new MutantAudit(session, options(), jobs).run(chosen());
    }
    if (behaviour) {
      return new BehaviourAudit(session, options(), seeds.orElse(20), jobs).run(chosen());
    }
    if (power) {
      return new PowerAudit(session, options(), seeds.orElse(200), jobs).run(chosen());
    }
    KataAudit audit = new KataAudit(session, options(), jobs);
    return reports ? audit.keepReports(chosen()) : audit.run(chosen(), seed == SEED);
  }

  private static void atLeastOne(String option, int number) {
    if (number < 1) {
      throw new UsageProblem(option + " must be at least 1");
    }
  }

  private Options options() {
    return new Options(
        Profile.STANDARD,
        Optional.empty(),
        Profile.STANDARD.budget(Optional.empty()),
        seed,
        EnumSet.allOf(Engine.class));
  }

  private List<Kata> chosen() {
    Katas katas = session.katas();
    return new Selection(session)
        .names(wanted, wanted.isEmpty()).stream()
            .map(name -> katas.find(name).orElseThrow())
            .toList();
  }
}
