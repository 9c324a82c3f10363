package grader.report;

import grader.kata.Submission;
import grader.protocol.Effect;
import grader.protocol.Move;
import grader.report.html.Code;
import grader.report.html.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a trial that concern the reader, with the sources that they are in. */
final class HtmlSchedule {

  private final OwnSources sources;

  private HtmlSchedule(OwnSources sources) {
    this.sources = sources;
  }

  static Schedule of(List<Move> moves, Submission submission) {
    HtmlSchedule schedule = new HtmlSchedule(new OwnSources(submission));
    List<Move> clean = moves.stream().map(CleanMove::of).toList();
    boolean any = clean.stream().anyMatch(schedule::isOwn);
    return Schedule.of(clean, move -> !any || schedule.isShown(move), schedule.codes(clean));
  }

  /** What the tests do by themselves is left out, unless it concerns others. */
  private boolean isShown(Move move) {
    return isOwn(move)
        || move.thread().isEmpty()
        || move.notable()
        || move.effects().stream().anyMatch(effect -> ends(effect, move));
  }

  private static boolean ends(Effect effect, Move move) {
    return effect instanceof Effect.Turn(String thread, Thread.State state, String nothing)
        && state == Thread.State.TERMINATED
        && thread.equals(move.thread());
  }

  private boolean isOwn(Move move) {
    return sources.has(move.file());
  }

  private List<Code> codes(List<Move> moves) {
    List<Code> codes = new ArrayList<>();
    for (String file : sources.namedBy(moves)) {
      Set<Integer> touched =
          moves.stream()
              .filter(move -> move.file().equals(file))
              .map(Move::line)
              .collect(Collectors.toSet());
      codes.add(new Code(codes.size(), file, lines(file), touched));
    }
    return codes;
  }

  private List<String> lines(String file) {
    return sources.lines(file).stream()
        .map(line -> Printable.text(line).replace("\t", "    ").replace("\n", " "))
        .toList();
  }
}
