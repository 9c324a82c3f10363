package grader.cli;

import grader.Options;
import grader.audit.Behaving;
import grader.audit.Recognised;
import grader.audit.RecognisedPage;
import grader.kata.Kata;
import java.util.ArrayList;
import java.util.List;

/** {@code grader audit --behaviour}. */
final class BehaviourAudit {

  private static final double DEMANDED = 0.85;

  private final Session session;
  private final Options options;
  private final int seeds;
  private final int jobs;

  BehaviourAudit(Session session, Options options, int seeds, int jobs) {
    this.session = session;
    this.options = options;
    this.seeds = seeds;
    this.jobs = jobs;
  }

  /** Records how impostors fail, then looks whether variants of them are recognised. */
  int run(List<Kata> katas) throws InterruptedException {
    Behaving behaving = new Behaving(session.grader(), options, seeds);
    List<Recognised> all = new ArrayList<>();
    for (Kata kata : katas) {
      behaving.write(
          kata,
          jobs,
          one ->
              session.result(
                  "%-18s %-36s %3d ways to fail"
                      .formatted(kata.name(), one.mistake(), one.signs().size())));
      Interruption.endHere();
      List<Recognised> some = behaving.recognised(kata);
      some.stream().filter(one -> !one.rightly()).forEach(one -> session.result(line(one)));
      all.addAll(some);
    }
    new RecognisedPage(all).write(session.context().root().resolve("docs/behaviour.md"));
    session.result(RecognisedPage.share(all));
    long right = all.stream().filter(Recognised::rightly).count();
    return right >= DEMANDED * all.size() ? ExitCode.DONE : ExitCode.AUDIT_FAILED;
  }

  private static String line(Recognised one) {
    return "%-18s %-36s %s, taken for %s"
        .formatted(one.kata(), one.variant(), one.verdict(), one.taken().orElse("nothing"));
  }
}
