package grader.cli;

import grader.kata.Katas;
import grader.kata.Scaffold;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code grader new}. */
@Command(
    name = "new",
    description = "Begin a new kata: writes small compiling files, for you to replace.",
    footer = {"  grader new dining-philosophers", "  grader new 30-barrier"})
final class NewCommand implements Callable<Integer> {

  private static final Pattern NAME =
      Pattern.compile("(?:(\\d\\d)-)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)");

  private final Session session;

  @Parameters(
      paramLabel = "NAME",
      description = "Small letters, digits and hyphens; a number before it is optional.")
  String wanted = "";

  NewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Matcher matcher = NAME.matcher(wanted);
    if (!matcher.matches() || !SourceVersion.isName(matcher.group(2).replace("-", ""))) {
      throw new UsageProblem(
          "'%s' cannot name a kata; write small letters, digits and hyphens, as in bounded-queue"
              .formatted(wanted));
    }
    Katas katas = session.katas();
    String slug = matcher.group(2);
    String number = matcher.group(1) == null ? katas.nextNumber() : matcher.group(1);
    refuseWhatExists(katas.names(), number, slug);
    List<Path> written = new Scaffold(katas.root(), number + "-" + slug).write();
    session.result(String.join("\n", written.stream().map(session::shown).toList()));
    session.say("Next: replace every TODO, then grader audit " + number + "-" + slug);
    return ExitCode.DONE;
  }

  private static void refuseWhatExists(List<String> names, String number, String slug) {
    for (String name : names) {
      if (name.startsWith(number + "-") || name.substring(3).equals(slug)) {
        throw new UsageProblem("there is already a kata " + name + "; choose another name");
      }
    }
  }
}
