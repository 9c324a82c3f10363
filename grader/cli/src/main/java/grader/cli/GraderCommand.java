package grader.cli;

import picocli.CommandLine.Command;

/** The command's root. */
@Command(
    name = "grader",
    mixinStandardHelpOptions = true,
    version = "grader 0.1.0",
    subcommands = {CheckCommand.class, AuditCommand.class})
final class GraderCommand {}
