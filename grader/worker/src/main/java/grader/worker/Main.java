package grader.worker;

import grader.explore.WarmUp;
import grader.instrument.JdkControl;
import grader.protocol.Channel;
import grader.protocol.Event;
import grader.protocol.Job;
import grader.protocol.Seal;
import grader.protocol.Start;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the worker JVM begins and, always by halting, ends. */
public final class Main {

  private static final int PARENT_IS_GONE = 97;

  // Volatile: written by whichever thread finishes, read by the one that watches the parent.
  private static volatile boolean finished;

  private Main() {}

  @SuppressWarnings("CatchThrowable") // The last resort: say what happened, and end.
  public static void main(String[] arguments) {
    PrintStream complaints = System.err;
    try {
      work(Start.valueOf(arguments[0]));
    } catch (Throwable broken) {
      broken.printStackTrace(complaints);
      Runtime.getRuntime().halt(Channel.WORKER_IS_BROKEN);
    }
  }

  private static void work(Start start) throws IOException {
    switch (start) {
      case PLAIN -> work(Optional::empty);
      case CONTROLLED -> work(() -> Optional.of(control()));
      case REHEARSAL -> {
        Rehearsal.run(new JUnit());
        Runtime.getRuntime().halt(0);
      }
    }
  }

  private static JdkControl control() {
    JdkControl control = JdkControl.install(Agent.load());
    WarmUp.once();
    return control;
  }

  /** Gets itself ready, then takes its job: meanwhile the command has its own to do. */
  private static void work(Supplier<Optional<JdkControl>> installed) throws IOException {
    InputStream commands = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    Printed printed = Printed.replacingStandardStreams();
    JUnit junit = new JUnit();
    junit.rehearse();
    Optional<JdkControl> control = installed.get();
    Events events = new Events(out, new Seal(commands.readNBytes(Seal.BYTES)));
    Job job = Channel.receive(commands, Job.class).orElseThrow(() -> new IOException("no job"));
    haltWhenParentEnds(commands);
    new Worker(job, junit, control, events::send, printed, () -> finish(events)).run();
    control.ifPresent(JdkControl::keep);
    finish(events);
  }

  /** Learner code may have left threads behind; they must not keep the JVM alive. */
  private static void finish(Events events) {
    finished = true;
    events.send(new Event.Finished());
    Runtime.getRuntime().halt(0);
  }

  /** Where events go. Thread-safe: a watchdog may speak for a thread that cannot. */
  private record Events(OutputStream out, Seal seal) {
    synchronized void send(Event event) {
      try {
        Channel.send(out, Event.class, (Record) event, seal);
      } catch (IOException cutOff) {
        Runtime.getRuntime().halt(Channel.EVENTS_ARE_CUT_OFF);
      }
    }
  }

  /**
   * Nothing else comes on this stream. Its end means that the command has ended, or that it has
   * heard the last event: it lets this thread go, since the JVM would not halt for 300 milliseconds
   * while a thread is in native code.
   */
  private static void haltWhenParentEnds(InputStream commands) {
    Thread watch =
        new Thread(
            grader.stress.Threads.own(),
            () -> {
              try {
                int ignored = commands.read();
              } catch (IOException broken) {
                // A broken stream means the same as its end.
              }
              if (!finished) {
                Runtime.getRuntime().halt(PARENT_IS_GONE);
              }
            },
            "parent watch");
    watch.setDaemon(true);
    watch.start();
  }
}
