package grader.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command's root: without a subcommand it explains itself. */
@Command(
    name = "grader",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    version = "grader " + GraderCommand.VERSION,
    usageHelpAutoWidth = true,
    sortOptions = false)
final class GraderCommand implements Callable<Integer> {

  static final String VERSION = "0.1.0";

  @Mixin final SharedOptions options;

  @Spec CommandSpec spec = CommandSpec.create();

  GraderCommand(SharedOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
