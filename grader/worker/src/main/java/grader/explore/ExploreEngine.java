package grader.explore;

import grader.instrument.Sites;
import grader.protocol.Event;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.protocol.Turn;
import grader.testkit.TrialBody;
import grader.testkit.TrialEngine;
import grader.trial.Failures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a test under many schedules: first all those with no preemption, with one, with two, as far
 * as a part of the budget goes; then by chance, under several policies in turn. It stops at the
 * first failure, looks for a simpler schedule that fails in the same way, and reports that one.
 *
 * <p>What it finds is a function of the classes, the seed and the number of trials. For one thread.
 */
public final class ExploreEngine implements TrialEngine, AutoCloseable {

  private static final int MOST_PREEMPTIONS = 3;
  private static final int PASSES_A_REPORT = 500;

  // A race shows in almost every schedule, and to look for it takes time.
  private static final int ALWAYS_WATCHED = 100;
  private static final int WATCHED_ONE_IN = 16;

  // A group keeps a list of those in it, and looks through all of it when another one comes.
  private static final int TRIALS_A_GROUP = 64;

  private final long seed;
  private final Consumer<Event> events;
  private final UnaryOperator<TrialBody> fresh;
  private final Sites sites;
  private final Scheduler scheduler;
  private final List<Policy> policies;
  private final Runnable giveUp;
  private final Watchdog watchdog;
  private int trials;
  private ThreadGroup groups = new ThreadGroup("trials");

  // Volatile: written by the carrier's thread, read by the watchdog.
  private volatile String test = "";
  private volatile int run;
  private @Nullable Schedule script;
  private @Nullable Function<Recording, Played> player;
  private @Nullable Request request;
  private int parts;
  private Optional<Outcome> answer = Optional.empty();
  private boolean drew;

  /** One trial, please. */
  private record Request(TrialBody body, long seed, Policy policy, Trace trace, boolean watching) {}

  /**
   * @param sites the steps of the rewritten classes
   * @param fresh gives each trial its test, in new classes where the old ones remember something
   * @param watchers where a thread belongs that watches this one
   * @param giveUp ends the worker, when a trial can be neither continued nor left
   */
  public ExploreEngine(
      long seed,
      Sites sites,
      UnaryOperator<TrialBody> fresh,
      Consumer<Event> events,
      ThreadGroup watchers,
      Runnable giveUp) {
    this.seed = seed;
    this.sites = sites;
    this.fresh = fresh;
    this.events = events;
    this.scheduler = new Scheduler(sites);
    this.giveUp = giveUp;
    WarmUp.once();
    this.watchdog =
        new Watchdog(Thread.currentThread(), scheduler::allSteps, this::endless, this::blocked);
    watchdog.start(watchers);
    this.policies =
        List.of(new RandomWalk(), new Pct(3), new Pos(sites::at), new RandomWalk(), new Pct(6));
  }

  /** Nobody looks any more whether it takes steps. */
  @Override
  public void close() {
    watchdog.stop();
  }

  /** The next test runs this often if no trial fails. */
  public void plan(int trialsOfNextTest) {
    this.trials = trialsOfNextTest;
  }

  /** The next test runs once, under this schedule; the engine's seed is the trial's. */
  public void replay(String schedule) {
    this.script = Schedule.parse(schedule);
  }

  /**
   * The next test runs once, turn by turn as somebody has chosen, until the next turn is theirs.
   *
   * @param own whether this source file is one of the submission's: only there are they asked
   */
  public void play(List<Turn> turns, Predicate<String> own) {
    this.player =
        recording ->
            new Played(turns, task -> own.test(sites.at(task.site).file()), recording::next);
  }

  @Override
  public void run(TrialBody body) {
    test = body.name();
    run = 0;
    scheduler.beginTest();
    Schedule replayed = script;
    Function<Recording, Played> played = player;
    if (played != null) {
      drive(() -> play(body, played));
    } else {
      drive(replayed == null ? new Search(body)::run : () -> replay(body, replayed));
    }
  }

  /**
   * Runs the trials that a search asks for, always from this place: what a trial's stack traces
   * show below its own frames must not depend on where the search is. So the search is a
   * continuation, too, and pauses for each trial.
   */
  private void drive(Runnable search) {
    Object continuation = Carrier.continuation(search);
    Carrier carrier = new Carrier();
    while (carrier.run(continuation, Thread.currentThread())) {
      answer = execute(Objects.requireNonNull(request));
    }
  }

  private void replay(TrialBody body, Schedule schedule) {
    Recording recording = new Recording(sites);
    tell(
        body,
        trial(body, seed, new Script(schedule, scheduler.choices()), recording, true),
        recording);
  }

  private void play(TrialBody body, Function<Recording, Played> player) {
    Recording recording = new Recording(sites);
    Played played = player.apply(recording);
    Optional<Outcome> failure = trial(body, seed, played, recording, false);
    if (played.options().isEmpty()) {
      tell(body, failure, recording);
    } else {
      events.accept(new Event.Interleaving(body.name(), recording.moves()));
      events.accept(new Event.Asked(body.name(), played.options()));
      events.accept(new Event.TestEnded(body.name(), 1, 0));
    }
  }

  private void tell(TrialBody body, Optional<Outcome> failure, Recording recording) {
    Optional<Outcome> outcome = failure.or(scheduler::race);
    outcome.ifPresent(what -> events.accept(new Event.NotPassed(body.name(), 0, seed, what)));
    boolean onlyRaces = failure.isEmpty() && outcome.isPresent();
    List<Move> moves = onlyRaces ? recording.movesOfRace() : recording.moves();
    events.accept(new Event.Interleaving(body.name(), moves));
    events.accept(new Event.TestEnded(body.name(), 1, outcome.isPresent() ? 1 : 0));
  }

  private Optional<Outcome> trial(
      TrialBody body, long trialSeed, Policy policy, Trace trace, boolean watching) {
    request = new Request(body, trialSeed, policy, trace, watching);
    if (!Carrier.pause()) {
      throw new IllegalStateException("the search cannot pause here");
    }
    return answer;
  }

  /** For the watchdog: the carrier computes without end. */
  private void endless(Thread carrier) {
    Outcome stuck =
        new Outcome.Stuck(
            Outcome.Why.SPINNING,
            List.of(
                new ThreadReport(
                    scheduler.runningName(),
                    "RUNNABLE",
                    "",
                    "",
                    Failures.frames(carrier.getStackTrace()))));
    events.accept(new Event.NotPassed(test, run, seed, stuck));
    events.accept(new Event.TestEnded(test, run + 1, 1));
    giveUp.run();
  }

  /** For the watchdog: the carrier is blocked by something that is not under control. */
  private void blocked(Thread carrier) {
    String where = Failures.frames(carrier.getStackTrace()).stream().findFirst().orElse("");
    events.accept(
        new Event.Escaped(
            test, scheduler.runningName() + " is blocked outside of control at " + where));
    events.accept(new Event.TestEnded(test, run, 0));
    giveUp.run();
  }

  private Optional<Outcome> execute(Request wanted) {
    int number = run + 1;
    run = number;
    if (number % TRIALS_A_GROUP == 0) {
      groups = new ThreadGroup("trials");
    }
    long chance = Parts.chance(wanted.seed());
    Parts kept = new Parts(wanted.seed());
    ExploreTrial trial = new ExploreTrial(chance, kept, groups, scheduler);
    Director director = new Director(trial, fresh.apply(wanted.body()));
    Optional<Outcome> end =
        scheduler.run(chance, wanted.policy(), wanted.trace(), wanted.watching(), director);
    parts = kept.count();
    drew = trial.drew() || scheduler.drew();
    return end.or(() -> Optional.ofNullable(director.thrown).map(Failures::describe));
  }

  /** The thread that runs the test method. */
  private static final class Director implements Runnable {
    private final ExploreTrial trial;
    private final TrialBody body;
    private @Nullable Throwable thrown;

    Director(ExploreTrial trial, TrialBody body) {
      this.trial = trial;
      this.body = body;
    }

    @Override
    @SuppressWarnings("CatchThrowable") // Whatever a trial throws is its outcome.
    public void run() {
      try {
        trial.conduct(body);
      } catch (Scheduler.Abandoned over) {
        throw over;
      } catch (Throwable failure) {
        thrown = failure;
      }
    }
  }

  /** 32 bits: they have to fit into a token that people can copy. */
  private long seedOf(String test, int trial) {
    return Chance.mix(seed ^ Chance.mix(test.hashCode() * 31L + trial)) >>> Integer.SIZE;
  }

  /** The trials of one test. */
  private final class Search {
    private final TrialBody body;
    private final Witness witness = new Witness();
    private int done;
    private boolean escaped;
    private boolean raced;
    private boolean nothingIsLeft;

    Search(TrialBody body) {
      this.body = body;
    }

    void run() {
      boolean passes = exhaust() && walk();
      if (passes) {
        events.accept(witness.tried(body.name()));
      }
      events.accept(new Event.TestEnded(body.name(), done, passes || escaped ? 0 : 1));
    }

    /** All schedules with few preemptions; half of the budget is for chance. */
    private boolean exhaust() {
      long trialSeed = seedOf(body.name(), 0);
      int bound = 0;
      Exhaustive policy;
      do {
        policy = new Exhaustive(bound);
        int first = done;
        if (!tryAll(policy, trialSeed, Math.max(1, trials / 2))) {
          return false;
        }
        if (policy.isDone()) {
          events.accept(
              new Event.Exhausted(body.name(), bound, done - first, policy.isUnbounded()));
        }
      } while (policy.isDone() && !policy.isUnbounded() && ++bound <= MOST_PREEMPTIONS);
      nothingIsLeft = policy.isDone() && policy.isUnbounded() && witness.sawNothingElse();
      return !nothingIsLeft || done <= ALWAYS_WATCHED || watchAll(trialSeed);
    }

    /** Nothing is left to try, but most of it has not been watched: so it all comes again. */
    private boolean watchAll(long trialSeed) {
      return tryAll(new Exhaustive(MOST_PREEMPTIONS), trialSeed, trials);
    }

    /** False if one fails; ends early when so many trials are done. */
    private boolean tryAll(Exhaustive policy, long trialSeed, int until) {
      do {
        if (done >= until) {
          return true;
        }
        if (!passes(trialSeed, policy)) {
          return false;
        }
      } while (!isDrawn() && policy.advance());
      return true;
    }

    /** Whether each seed makes another trial: they say more than many schedules of one. */
    private boolean isDrawn() {
      return drew && parts > 0;
    }

    private boolean walk() {
      while (done < trials && !nothingIsLeft) {
        if (!passes(seedOf(body.name(), done), policies.get(done % policies.size()))) {
          return false;
        }
      }
      return true;
    }

    private boolean passes(long trialSeed, Policy policy) {
      boolean watching =
          !raced && (nothingIsLeft || done < ALWAYS_WATCHED || done % WATCHED_ONE_IN == 0);
      Optional<Outcome> outcome = trial(body, trialSeed, witness.to(policy), Trace.NONE, watching);
      int number = done++;
      if (done % PASSES_A_REPORT == 0) {
        events.accept(new Event.Passed(body.name(), done));
      }
      Optional<String> escape = scheduler.escape();
      if (escape.isPresent()) {
        events.accept(new Event.Escaped(body.name(), escape.get()));
        escaped = true;
        return false;
      }
      if (outcome.isEmpty()) {
        witness.passed(scheduler.threads(), scheduler.steps(), drew);
        scheduler.race().ifPresent(race -> report(race, number, trialSeed, policy));
        return true;
      }
      if (outcome.get() instanceof Outcome.Late) {
        events.accept(new Event.NotPassed(body.name(), number, trialSeed, outcome.get()));
        return false;
      }
      Schedule found = scheduler.choices().schedule();
      if (!raced) {
        scheduler
            .race()
            .ifPresent(race -> tell(number, new Simplest(trialSeed, found, race), policy));
      }
      Simplest simplest = simplify(new Simplest(trialSeed, found, outcome.get()), false);
      events.accept(new Event.NotPassed(body.name(), number, simplest.seed(), simplest.outcome()));
      events.accept(
          new Event.Failing(
              body.name(), simplest.seed(), simplest.schedule().toString(), policy.name()));
      return false;
    }

    /** It counts only if nothing else fails, whatever the schedule: that would say more. */
    private void report(Outcome race, int number, long trialSeed, Policy policy) {
      raced = true;
      Simplest found = new Simplest(trialSeed, scheduler.choices().schedule(), race);
      tell(number, simplify(found, true), policy);
    }

    private void tell(int number, Simplest race, Policy policy) {
      events.accept(
          new Event.Racing(
              body.name(),
              number,
              race.seed(),
              race.schedule().toString(),
              policy.name(),
              race.outcome()));
    }

    private Simplest simplify(Simplest found, boolean watching) {
      FewerParts.Rerun rerun = (trialSeed, policy) -> again(trialSeed, policy, watching);
      Simplest smallest = new FewerParts(rerun).of(found, parts);
      return new Minimiser(policy -> rerun.run(smallest.seed(), policy), scheduler.choices())
          .simplify(smallest);
    }

    private Optional<Simplest> again(long trialSeed, Policy policy, boolean watching) {
      Optional<Outcome> outcome =
          trial(body, trialSeed, policy, Trace.NONE, watching).or(scheduler::race);
      return scheduler.escape().isPresent()
          ? Optional.empty()
          : outcome.map(what -> new Simplest(trialSeed, scheduler.choices().schedule(), what));
    }
  }

  /** A trial that fails: its seed and its schedule, with how. */
  record Simplest(long seed, Schedule schedule, Outcome outcome) {}
}
