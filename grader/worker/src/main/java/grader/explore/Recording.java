package grader.explore;

import grader.boot.Control;
import grader.instrument.Site;
import grader.instrument.Sites;
import grader.instrument.Variable;
import grader.protocol.Effect;
import grader.protocol.Event;
import grader.protocol.Move;
import grader.trial.Failures;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down the interleaving of a trial, with values. For one trial. */
final class Recording extends Trace {

  private static final int MOST_MOVES = 2_000;

  private final Sites sites;
  private final Surroundings surroundings = new Surroundings();
  private final List<Move> moves = new ArrayList<>();
  private @Nullable Task last;
  private boolean lastCouldGoOn;

  // How many moves there were when somebody was asked.
  private int asked = Integer.MAX_VALUE;

  // Those that have taken no step since they had to wait.
  private final BitSet waited = new BitSet();

  // What the next move brings with it.
  private final List<Effect> pending = new ArrayList<>();

  // The moves of the data race: from the first access to the second, if there was one.
  private int raceBegin;
  private int raceEnd;

  // A write whose value is known only once it has happened.
  private int openWrite = -1;
  private @Nullable Object writtenTo;
  private int writtenIndex;
  private String writtenField = "";

  Recording(Sites sites) {
    this.sites = sites;
  }

  /** All that happened, or all before somebody was asked. */
  List<Move> moves() {
    close();
    return List.copyOf(moves.subList(0, Math.min(asked, moves.size())));
  }

  /** What happened from the first access of the data race to the second one; or nothing. */
  List<Move> movesOfRace() {
    close();
    List<Move> race = new ArrayList<>(moves.subList(raceBegin, raceEnd));
    if (!race.isEmpty()) {
      List<Effect> before = Standing.after(moves.subList(0, raceBegin));
      race.set(0, race.getFirst().after(before));
    }
    return List.copyOf(race);
  }

  @Override
  void begin(List<Task> tasks, Monitors monitors) {
    surroundings.begin(tasks, monitors);
  }

  @Override
  void meets(Object target) {
    @Nullable Thread controlled = Control.suspend();
    try {
      surroundings.meets(target);
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void race(Race race, Task earlier) {
    @Nullable Thread controlled = Control.suspend();
    try {
      int second = lastAt(race.here(), race.me(), moves.size());
      raceEnd = second < 0 ? moves.size() : second + 1;
      int first = lastAt(race.there(), earlier, raceEnd);
      raceBegin = Math.max(0, first);
      if (first >= 0) {
        mark(raceBegin);
        mark(raceEnd - 1);
      }
    } finally {
      Control.runs(controlled);
    }
  }

  /** The last move at this site before a place; -1 if there is none. */
  private int lastAt(Site site, Task task, int before) {
    int last = before - 1;
    while (last >= 0 && !isAt(moves.get(last), site, task)) {
      last--;
    }
    return last;
  }

  private void mark(int index) {
    moves.set(index, moves.get(index).with(List.of(new Effect.Racing())));
  }

  /** What has no line of its own, as to unlock, is told with the line of the step before it. */
  private static boolean isAt(Move move, Site site, Task task) {
    String accessed = site.what().equals("[]") ? "[" : site.what();
    return move.line() == site.line()
        && move.what().contains(accessed)
        && move.file().equals(site.file())
        && move.thread().equals(task.thread.getName());
  }

  // Everything here runs on the thread that it tells about, which must not be under control
  // meanwhile: the JDK's own classes would come back to the scheduler. So it begins without a
  // lambda, whose linkage enters monitors.

  @Override
  void step(Task task) {
    @Nullable Thread controlled = begin();
    waited.clear(task.id);
    try {
      record(task);
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void note(Task task, String what) {
    tell(task, what, false);
  }

  @Override
  void notable(Task task, String what) {
    tell(task, what, true);
  }

  @Override
  void note(Task task, String what, Task other) {
    @Nullable Thread controlled = begin();
    try {
      pending.add(new Effect.Signal(other.thread.getName()));
      add(task, what + " " + other.thread.getName(), place(task, controlled), true);
    } finally {
      Control.runs(controlled);
    }
  }

  private void tell(Task task, String what, boolean notable) {
    @Nullable Thread controlled = begin();
    try {
      add(task, what, place(task, controlled), notable);
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void blocks(Task task) {
    waited.set(task.id);
    notable(task, waiting(task));
    lastCouldGoOn = false;
  }

  @Override
  void whim(@Nullable Task task, Whim whim) {
    @Nullable Thread controlled = begin();
    try {
      pending.add(new Effect.Whimsy());
      if (task == null) {
        pass(whim.words());
      } else {
        add(task, whim.words(), sites.at(task.site), true);
      }
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void begins(Task task, String call) {
    @Nullable Thread controlled = begin();
    try {
      pending.add(new Effect.Begin(call));
      add(task, "calls " + call, sites.at(0), true);
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void ends(Task task, String how, @Nullable Object... value) {
    @Nullable Thread controlled = begin();
    try {
      StringBuilder result = new StringBuilder(how);
      for (@Nullable Object one : value) {
        result.append(' ').append(Values.shown(one));
      }
      pending.add(new Effect.End(result.toString()));
      add(task, result.toString(), sites.at(0), true);
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void time(long nanos) {
    passing("the clock goes on to " + Values.time(nanos));
  }

  /** Something happens to nobody in particular. */
  private void passing(String what) {
    @Nullable Thread controlled = begin();
    try {
      pass(what);
    } finally {
      Control.runs(controlled);
    }
  }

  private void pass(String what) {
    keep(new Move("", what, "", 0, false, true));
  }

  private @Nullable Thread begin() {
    @Nullable Thread controlled = Control.suspend();
    close();
    return controlled;
  }

  private void record(Task task) {
    Site site = sites.at(task.site);
    if (site.file().isEmpty()) {
      return;
    }
    look(task, site);
    add(task, words(task, site), site, false);
    if (site.kind() == Site.Kind.WRITE || site.kind() == Site.Kind.WRITE_ELEMENT) {
      openWrite = moves.size() - 1;
      writtenTo = task.target;
      writtenIndex = task.index;
      writtenField = site.what();
    }
  }

  /** What it reads is there before it does so. */
  private void look(Task task, Site site) {
    if (site.kind() == Site.Kind.READ) {
      Values.value(task.target, site.what())
          .ifPresent(value -> pending.add(access(task.target, site.what(), 0, value, false)));
    } else if (site.kind() == Site.Kind.READ_ELEMENT) {
      String value = Values.element(task.target, task.index);
      pending.add(access(task.target, "[]", task.index, value, false));
    }
  }

  private static String words(Task task, Site site) {
    return switch (site.kind()) {
      case READ, LOOK ->
          "reads "
              + site.what()
              + Values.value(task.target, site.what()).map(" = "::concat).orElse("");
      case WRITE -> "writes " + site.what();
      case READ_ELEMENT ->
          "reads [" + task.index + "] = " + Values.element(task.target, task.index);
      case WRITE_ELEMENT -> "writes [" + task.index + "]";
      case ENTER -> "locks";
      case SPIN -> "spins";
      case CALL -> site.what();
    };
  }

  /** What this task does when it goes on. */
  Event.Option next(Task task) {
    @Nullable Thread controlled = begin();
    try {
      asked = Math.min(asked, moves.size());
      Site site = sites.at(task.site);
      String words = site.file().isEmpty() ? "begins" : words(task, site);
      return new Event.Option(
          task.id,
          task.thread.getName(),
          waited.get(task.id) ? "goes on" : words,
          site.file(),
          site.line());
    } finally {
      Control.runs(controlled);
    }
  }

  private static String waiting(Task task) {
    return switch (task.state) {
      case ENTERING -> "waits for the lock";
      case WAITING -> "waits";
      case PARKED -> "is blocked";
      case SLEEPING -> "sleeps";
      case JOINING ->
          "waits for " + (task.waitsFor instanceof Thread other ? other.getName() : "") + " to end";
      case SETTLING -> "lets the others run";
      case LOOKING, READY, ENDED -> "waits";
    };
  }

  /** The step that it noted, unless it has left that method: then where it is now. */
  @SuppressWarnings("ReferenceEquality") // Which thread, not which value.
  private Site place(Task task, @Nullable Thread running) {
    Site noted = sites.at(task.site);
    if (running != task.thread) {
      return noted;
    }
    List<String> frames = Failures.frames(new Throwable().getStackTrace());
    String method = noted.where().substring(noted.where().indexOf('.') + 1);
    boolean isThere =
        frames.stream()
            .anyMatch(
                frame -> frame.startsWith(noted.file() + ":") && frame.endsWith(" " + method));
    return isThere ? noted : frames.stream().findFirst().map(Recording::at).orElse(noted);
  }

  /** The place of a frame: {@code Semaphore.java:12 acquire}. */
  private static Site at(String frame) {
    int colon = frame.indexOf(':');
    int line = Integer.parseInt(frame.substring(colon + 1, frame.indexOf(' ', colon)));
    return new Site(Site.Kind.CALL, frame.substring(0, colon), line, "", "", Variable.NONE);
  }

  private void add(Task task, String what, Site site, boolean notable) {
    boolean switched = last != null && last != task && lastCouldGoOn && last.isReady();
    last = task;
    lastCouldGoOn = !what.equals("ends");
    keep(new Move(task.thread.getName(), what, site.file(), site.line(), switched, notable));
  }

  private void keep(Move move) {
    pending.addAll(surroundings.turns());
    if (moves.size() < MOST_MOVES) {
      moves.add(move.with(pending));
    }
    pending.clear();
  }

  /** The last move is over: only now is known what it has written, locked, unlocked, started. */
  private void close() {
    closeWrite();
    for (Surroundings.Change change : surroundings.holds()) {
      String thread = change.hold().thread();
      if (!change.ofNext() && !moves.isEmpty() && moves.getLast().thread().equals(thread)) {
        alsoLast(change.hold());
      } else {
        pending.add(change.hold());
      }
    }
    for (Effect start : surroundings.starts()) {
      if (moves.isEmpty()) {
        pending.add(start);
      } else {
        alsoLast(start);
      }
    }
  }

  private void alsoLast(Effect effect) {
    moves.set(moves.size() - 1, moves.getLast().with(List.of(effect)));
  }

  private void closeWrite() {
    if (openWrite >= 0) {
      String value =
          writtenField.equals("[]")
              ? Values.element(writtenTo, writtenIndex)
              : Values.value(writtenTo, writtenField).orElse("");
      if (!value.isEmpty()) {
        Move open = moves.get(openWrite);
        Effect access = access(writtenTo, writtenField, writtenIndex, value, true);
        moves.set(openWrite, open.saying(open.what() + " = " + value).with(List.of(access)));
      }
      openWrite = -1;
      writtenTo = null;
    }
  }

  private Effect access(
      @Nullable Object target, String field, int index, String value, boolean writes) {
    String owner = target == null ? "static" : surroundings.names().of(target);
    String variable = field.equals("[]") ? owner + " [" + index + "]" : owner + "." + field;
    return new Effect.Access(variable, value, writes);
  }
}
