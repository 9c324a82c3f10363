package grader.cli;

import grader.Options;
import grader.audit.Power;
import grader.audit.PowerPage;
import grader.audit.PowerRow;
import grader.kata.Kata;
import java.util.List;

/** {@code grader audit --power}. */
final class PowerAudit {

  private final Session session;
  private final Options options;
  private final int seeds;
  private final int jobs;

  PowerAudit(Session session, Options options, int seeds, int jobs) {
    this.session = session;
    this.options = options;
    this.seeds = seeds;
    this.jobs = jobs;
  }

  /** Grades the impostors of these katas under all seeds, tells of each, writes the page. */
  int run(List<Kata> katas) throws InterruptedException {
    List<PowerRow> rows =
        new Power(session.grader(), options, seeds)
            .rows(katas, jobs, row -> session.result(line(row)));
    Interruption.endHere();
    new PowerPage(rows).write(session.context().root().resolve("docs/power.md"));
    long proved = rows.stream().filter(PowerRow::proved).count();
    session.result(proved + " of " + rows.size() + " impostors are caught surely enough");
    return proved == rows.size() ? ExitCode.DONE : ExitCode.AUDIT_FAILED;
  }

  private static String line(PowerRow row) {
    return "%-4s %-18s %-46s %4d of %4d  %s"
        .formatted(
            row.proved() ? "ok" : "BAD",
            row.kata(),
            row.impostor(),
            row.seeds() - row.missed(),
            row.seeds(),
            String.join("; ", row.engines()));
  }
}
