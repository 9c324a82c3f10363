package grader.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code grader doctor}. */
@Command(
    name = "doctor",
    description = "Look whether this machine and this installation are fit for grading.",
    footer = {"  grader doctor"})
final class DoctorCommand implements Callable<Integer> {

  private final Session session;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Symptom> symptoms = new Examination(session).symptoms();
    symptoms.forEach(one -> session.result(one.line()));
    if (symptoms.stream().anyMatch(Symptom::bad)) {
      session.say("Repair the lines marked BAD and run grader doctor again.");
      return ExitCode.ENVIRONMENT;
    }
    session.say("All is well. Next: grader list");
    return ExitCode.DONE;
  }

  /** One thing that was looked at. */
  record Symptom(Mark mark, String what, String finding) {

    enum Mark {
      OK,
      NOTE,
      BAD
    }

    boolean bad() {
      return mark == Mark.BAD;
    }

    String line() {
      return "%-5s %-14s %s".formatted(mark == Mark.OK ? "ok" : mark.name(), what, finding);
    }
  }
}
