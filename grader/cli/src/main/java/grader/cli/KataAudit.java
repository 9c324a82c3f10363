package grader.cli;

import grader.Options;
import grader.audit.Audit;
import grader.audit.Finding;
import grader.audit.Graded;
import grader.audit.Row;
import grader.kata.Kata;
import java.util.ArrayList;
import java.util.List;

/** {@code grader audit}, and with {@code --reports}. */
final class KataAudit {

  private final Session session;
  private final Audit audit;
  private final int jobs;
  private final KeptReports reports;

  KataAudit(Session session, Options options, int jobs) {
    this.session = session;
    this.audit = new Audit(session.grader(), options);
    this.jobs = jobs;
    this.reports = KeptReports.of(session);
  }

  /**
   * Grades all submissions and tells of each.
   *
   * @param comparing whether what is printed of impostors is compared with what is kept
   */
  int run(List<Kata> katas, boolean comparing) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    katas.stream().flatMap(kata -> audit.findings(kata).stream()).forEach(findings::add);
    findings.forEach(this::tell);
    List<Graded> all = graded(katas);
    if (comparing) {
      List<Finding> changed = all.stream().flatMap(one -> reports.compared(one).stream()).toList();
      changed.forEach(this::tell);
      findings.addAll(changed);
    }
    long proved = all.stream().filter(one -> one.row().proved()).count();
    session.result(
        proved + " of " + all.size() + " submissions proved, " + findings.size() + " findings");
    return findings.isEmpty() && proved == all.size() ? ExitCode.DONE : ExitCode.AUDIT_FAILED;
  }

  /** The same, and keeps what is printed of impostors. */
  int keepReports(List<Kata> katas) throws InterruptedException {
    graded(katas).forEach(reports::write);
    return ExitCode.DONE;
  }

  private List<Graded> graded(List<Kata> katas) throws InterruptedException {
    List<Graded> all = audit.graded(katas, jobs, one -> session.result(line(one.row())));
    Interruption.endHere();
    return all;
  }

  private void tell(Finding finding) {
    session.result("BAD  " + finding.where() + ": " + finding.what());
  }

  private static String line(Row row) {
    return "%-4s %-18s %-36s %-12s %-22s expected %-22s %6d ms  %s"
        .formatted(
            row.proved() ? "ok" : "BAD",
            row.kata(),
            row.submission(),
            row.verdict(),
            row.diagnosis(),
            row.expected(),
            row.millis(),
            row.token())
        .stripTrailing();
  }
}
