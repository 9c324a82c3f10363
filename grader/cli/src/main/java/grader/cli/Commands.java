package grader.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the command line together. */
final class Commands {

  /** Examples first: most people look for one to copy. */
  private static final List<String> HELP =
      List.of(
          UsageMessageSpec.SECTION_KEY_DESCRIPTION,
          UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
          UsageMessageSpec.SECTION_KEY_FOOTER,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST);

  private Commands() {}

  static CommandLine commandLine(Context context, List<String> arguments) {
    SharedOptions options = new SharedOptions();
    Session session = new Session(context, options);
    CommandLine all = new CommandLine(new GraderCommand(options));
    commands(session).forEach(all::addSubcommand);
    all.setHelpSectionKeys(HELP)
        .setColorScheme(colours(context, arguments))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setDefaultValueProvider(new EnvironmentDefaults(context))
        .setOut(writer(context.out()))
        .setErr(writer(context.err()))
        .setParameterExceptionHandler(new UsageAdvice())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> new Failures(session).exitCode(failure));
    headings(all);
    all.getCommandSpec().usageMessage().description("Java concurrency katas, and who checks them.");
    all.getCommandSpec()
        .usageMessage()
        .footer("  grader list", "  grader show 1", "  grader check 1", "  grader hint 1");
    return all;
  }

  private static List<Callable<Integer>> commands(Session session) {
    return new ArrayList<>(
        List.of(
            new ListCommand(session),
            new ShowCommand(session),
            new CheckCommand(session),
            new HintCommand(session),
            new ExplainCommand(session),
            new ReportCommand(session),
            new ReplayCommand(session),
            new TraceCommand(session),
            new PlayCommand(session),
            new DiffCommand(session),
            new ResetCommand(session),
            new SolutionCommand(session),
            new DoctorCommand(session),
            new NewCommand(session),
            new AuditCommand(session)));
  }

  private static Help.ColorScheme colours(Context context, List<String> arguments) {
    boolean wanted =
        context.colourful() && Stream.of("--no-color", "--plain").noneMatch(arguments::contains);
    return Help.defaultColorScheme(wanted ? Help.Ansi.ON : Help.Ansi.OFF);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static void headings(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.footerHeading("%nExamples:%n");
    usage.synopsisHeading("%nUsage: ");
    usage.commandListHeading("%nCommands:%n");
    command.getSubcommands().values().forEach(Commands::headings);
  }
}
